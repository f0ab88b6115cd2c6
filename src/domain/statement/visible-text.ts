export interface VisibleText {
  /** Comments and tags are gone; line breaks are kept, so that lines still count. */
  readonly text: string;
  readonly comments: readonly { readonly text: string; readonly line: number }[];
}

const TAG = /^<\/?[A-Za-z][^<>\n]{0,400}>/;
const BOLD_TAG = /^<\/?(?:b|strong)>/i;
const BREAK_TAG = /^<br\s*\/?>/i;

/**
 * What inline Markdown shows: drops `<!-- … -->` and tags outside code spans, and resolves backslash escapes.
 * One pass, linear: an unclosed comment or backtick run is looked for once and then remembered.
 */
export function visibleText(source: string): VisibleText {
  if (!/[<`\\]/.test(source)) return { text: source, comments: [] };
  const closers = backtickRuns(source);
  const comments: { text: string; line: number }[] = [];
  let text = '';
  let line = 0;
  let commentsClose = true;
  let i = 0;
  while (i < source.length) {
    const char = source.charAt(i);
    if (char === '`') {
      const run = runLength(source, i);
      const close = nextRun(closers, run, i + run);
      const end = close < 0 ? i + run : close + run;
      const span = source.slice(i, end);
      text += span;
      line += countBreaks(span);
      i = end;
    } else if (char === '\\' && /[!-/:-@[-`{-~]/.test(source.charAt(i + 1))) {
      text += source.charAt(i + 1);
      i += 2;
    } else if (char === '<' && commentsClose && source.startsWith('<!--', i)) {
      const end = source.indexOf('-->', i + 2);
      if (end < 0) {
        commentsClose = false;
        continue;
      }
      const inside = source.slice(i + 4, Math.max(end, i + 4));
      comments.push({ text: inside, line });
      const breaks = countBreaks(inside);
      text += '\n'.repeat(breaks);
      line += breaks;
      i = end + 3;
    } else if (char === '<') {
      const rest = source.slice(i, i + 404);
      const tag = TAG.exec(rest)?.[0];
      if (tag === undefined || /^<(?:https?|mailto):/i.test(tag)) {
        text += char;
        i += 1;
      } else {
        if (BOLD_TAG.test(tag)) text += '**';
        else if (BREAK_TAG.test(tag)) text += ' ';
        i += tag.length;
      }
    } else {
      if (char === '\n') line += 1;
      text += char;
      i += 1;
    }
  }
  return { text, comments };
}

/** Takes HTML comments out of raw HTML, keeping line breaks; an unclosed one hides everything behind it. */
export function withoutComments(source: string): VisibleText {
  const comments: { text: string; line: number }[] = [];
  let text = '';
  let line = 0;
  let from = 0;
  for (let open = source.indexOf('<!--'); open >= 0; open = source.indexOf('<!--', from)) {
    const shown = source.slice(from, open);
    text += shown;
    line += countBreaks(shown);
    const close = source.indexOf('-->', open + 2);
    const inside = close < 0 ? source.slice(open + 4) : source.slice(open + 4, Math.max(close, open + 4));
    comments.push({ text: inside, line });
    const breaks = countBreaks(inside);
    text += '\n'.repeat(breaks);
    line += breaks;
    from = close < 0 ? source.length : close + 3;
  }
  return { text: text + source.slice(from), comments };
}

function runLength(source: string, from: number): number {
  let end = from;
  while (source.charAt(end) === '`') end += 1;
  return end - from;
}

/** Start positions of backtick runs by length, ascending. */
function backtickRuns(source: string): Map<number, { positions: number[]; next: number }> {
  const runs = new Map<number, { positions: number[]; next: number }>();
  for (const match of source.matchAll(/`+/g)) {
    const length = match[0].length;
    const known = runs.get(length);
    if (known) known.positions.push(match.index);
    else runs.set(length, { positions: [match.index], next: 0 });
  }
  return runs;
}

function nextRun(runs: Map<number, { positions: number[]; next: number }>, length: number, from: number): number {
  const known = runs.get(length);
  if (!known) return -1;
  while (known.next < known.positions.length && (known.positions[known.next] ?? 0) < from) known.next += 1;
  return known.positions[known.next] ?? -1;
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
