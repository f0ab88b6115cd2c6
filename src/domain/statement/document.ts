import type { BodyLine } from './body-line.ts';
import { findHeadings, type HeadingMark } from './find-headings.ts';
import { headingKey } from './heading-key.ts';
import type { NormalisedBody } from './normalise-body.ts';
import { parseBody } from './parse-body.ts';

/** A body or a template, read once. */
export interface Document {
  readonly lines: readonly BodyLine[];
  readonly marks: readonly HeadingMark[];
  readonly markAt: ReadonlyMap<number, HeadingMark>;
  /** The normalised source, by line; index 0 is line 1. */
  readonly source: readonly string[];
}

export function readDocument(body: NormalisedBody, known: ReadonlySet<string>): Document {
  const lines = parseBody(body.text);
  const marks = findHeadings(lines, known);
  return { lines, marks, markAt: new Map(marks.map((mark) => [mark.index, mark])), source: body.text.split('\n') };
}

/** Keys of everything in a template that looks like a heading, also of a short line that stands alone above a list. */
export function templateHeadingKeys(template: Document): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const mark of template.marks) {
    // `Risk level: low | high` is known by what stands before its options.
    const title = mark.form === 'heading' || mark.form === 'bold' ? mark.title.split(/[:：]\s/, 1)[0] : undefined;
    keys.add(title === undefined ? (mark.keys[0] ?? '') : headingKey(title));
  }
  for (const [index, line] of template.lines.entries()) {
    const next = template.lines.slice(index + 1, index + 3).find((each) => each.kind !== 'comment');
    const alone =
      line.kind === 'text' &&
      line.depth === 0 &&
      !line.quoted &&
      !line.box &&
      line.block !== template.lines[index - 1]?.block;
    if (
      alone &&
      next &&
      (next.depth > 0 || next.box) &&
      line.text.length <= 60 &&
      /^[\p{Lu}\p{Lo}][^.。!！,、*_]*$/u.test(line.text)
    )
      keys.add(headingKey(line.text));
  }
  keys.delete('');
  return keys;
}
