import type { z } from 'zod';
import type { ReadingContext } from '../domain/incident/build-facts.ts';
import type { IncidentFacts } from '../domain/incident/incident.ts';

/** One incident of a program's message. */
export interface IntakeReport {
  readonly externalId: string;
  readonly facts: IncidentFacts;
  /** `owner/name` that the message names. */
  readonly repository: string | null;
  /** ISO 8601. */
  readonly reportedAt: string;
}

/** What a message asks for. `malformed`: it is not what the program sends; then the sender has to know. */
export type IntakeReading =
  | { readonly reports: readonly IntakeReport[] }
  | { readonly ignored: string }
  | { readonly malformed: string };

/** One file a program. Pure: a payload becomes reports. */
export type IntakeReader = (payload: unknown, context: ReadingContext) => IntakeReading;

/** Reads only the fields that the schema names. */
export function readMessage<T>(
  schema: z.ZodType<T>,
  payload: unknown,
  read: (json: T) => IntakeReading,
): IntakeReading {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return read(parsed.data);
  const places = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || 'the body'}: ${message}`);
  return { malformed: places.join('; ') };
}
