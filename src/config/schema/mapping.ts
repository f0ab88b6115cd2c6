import { z } from 'zod';

/** Between the keys that `mapping` allows, in the message of an issue about an unknown one. */
export const KEY_SEPARATOR = '\n';

/**
 * A mapping with these keys and no others. zod's issue names the unknown keys only; the message, which nobody else
 * reads, carries the allowed ones to `toProblems`.
 */
export function mapping<Shape extends z.ZodRawShape>(shape: Shape) {
  const allowed = Object.keys(shape).join(KEY_SEPARATOR);
  return z.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? allowed : undefined) });
}
