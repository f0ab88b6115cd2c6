import type { z } from 'zod';
import type { NewJob } from '../ports/queue.ts';

/** What an event asks for: jobs, or nothing, and then why. `malformed`: it lacks what we would need. */
export type EventReading =
  | { readonly jobs: readonly NewJob[] }
  | { readonly ignored: string; readonly malformed?: true };

/** One file an event. Pure: a payload, and the delivery that brought it, become jobs. */
export type EventReader = (payload: unknown, deliveryId: string) => EventReading;

/** Reads only the fields that the schema names. A payload without them is a reading too, never a crash. */
export function readWith<T>(schema: z.ZodType<T>, payload: unknown, read: (json: T) => EventReading): EventReading {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return read(parsed.data);
  const places = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`);
  return { ignored: `the payload lacks what is needed (${places.join('; ')})`, malformed: true };
}
