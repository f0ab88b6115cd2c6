import { z } from 'zod';

/** The contents API's answer for one file. Folders come as a list, links and submodules with another `type`. */
export const contentJson = z.union([
  z.object({
    type: z.literal('file'),
    path: z.string(),
    size: z.number(),
    encoding: z.string().optional(),
    content: z.string().optional(),
  }),
  z.object({ type: z.string() }).transform(() => null),
  z.array(z.unknown()).transform(() => null),
]);

export type FileContent = NonNullable<z.output<typeof contentJson>>;

/** `null` when GitHub did not send the bytes: it leaves them out above 1 MB. */
export function decodeContent({ encoding, content }: FileContent): string | null {
  if (encoding !== 'base64' || content === undefined) return null;
  return Buffer.from(content, 'base64').toString('utf8');
}

/**
 * Stands for a file that is there but cannot be had as text: as many NULs as it has bytes, so that a reader's limits
 * on size and on characters both refuse it, with their own words, instead of taking it for absent.
 */
export function unreadableText(bytes: number): string {
  return '\0'.repeat(Math.min(Math.max(bytes, 1), 2 * 1024 * 1024));
}
