import type { BodyLine } from './body-line.ts';
import type { HeadingMark } from './find-headings.ts';

export interface Section {
  readonly mark: HeadingMark;
  /** Lines behind the heading, by index: from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
}

/**
 * What a heading owns: the deeper headings below it, up to the next of the same or a higher rank.
 * `closers` are keys of pseudo-headings that end the section although they are deeper, because the template has
 * them behind the section's own prompt.
 */
export function findSection(
  lines: readonly BodyLine[],
  marks: readonly HeadingMark[],
  mark: HeadingMark,
  closers: ReadonlySet<string>,
): Section {
  const start = mark.index + 1;
  if (mark.form === 'row') return { mark, start, end: start };
  if (mark.form === 'summary') return { mark, start, end: endOfFold(lines, start) };
  const end = marks.find((next) => next.index > mark.index && endsSection(next, mark, closers))?.index ?? lines.length;
  if (mark.form === 'item') return { mark, start, end: endOfItem(lines, mark, start, end) };
  return { mark, start, end };
}

function endsSection(next: HeadingMark, mark: HeadingMark, closers: ReadonlySet<string>): boolean {
  if (next.form === 'row' || next.form === 'summary') return false;
  if (next.rank <= mark.rank) return true;
  return mark.rank < 7 && next.form !== 'heading' && next.keys.some((key) => closers.has(key));
}

function endOfFold(lines: readonly BodyLine[], start: number): number {
  let open = 0;
  for (let index = start; index < lines.length; index += 1) {
    const kind = lines[index]?.kind;
    if (kind === 'fold-start') open += 1;
    if (kind === 'fold-end') {
      if (open === 0) return index;
      open -= 1;
    }
  }
  return lines.length;
}

/**
 * A list item owns what is nested in it. A label item with nothing in it (`- Risk:`) owns the unlabelled items
 * and paragraphs behind it, for that is where authors answer.
 */
function endOfItem(lines: readonly BodyLine[], mark: HeadingMark, start: number, limit: number): number {
  const own = lines[mark.index];
  const depth = own?.depth ?? 0;
  let answered = mark.value !== '';
  for (let index = start; index < limit; index += 1) {
    const line = lines[index];
    if (!line || line.kind === 'comment') continue;
    const inside = line.depth > depth || (line.depth === depth && !line.startsItem);
    if (inside) answered = true;
    else if (answered || line.depth < depth - 1) return index;
    else return limit;
  }
  return limit;
}
