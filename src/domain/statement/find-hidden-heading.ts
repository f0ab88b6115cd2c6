import type { BodyLine } from './body-line.ts';
import { headingKeys } from './heading-key.ts';
import type { Finding } from './impact-statement.ts';

/** A wanted heading that readers do not see as one: inside a comment, a code block or a quote. */
export function findHiddenHeading(lines: readonly BodyLine[], wanted: ReadonlySet<string>): Finding | undefined {
  for (const line of lines) {
    const where =
      line.kind === 'comment' ? 'comment' : line.kind === 'code' ? 'code' : line.quoted ? 'quote' : undefined;
    if (!where) continue;
    for (const [offset, text] of line.text.split('\n').entries()) {
      const title = /^\s{0,3}(?:#{1,6}\s+(.{1,200})|\*\*(.{1,200})\*\*)\s*$/.exec(text);
      const heading = title?.[1] ?? title?.[2] ?? (line.kind === 'heading' ? text : undefined);
      if (heading && headingKeys(heading).some((key) => wanted.has(key)))
        return { code: 'hidden-heading', where, line: line.line + offset };
    }
  }
  return undefined;
}
