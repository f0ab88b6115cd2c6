import { cutText } from './cut-text.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { visibleText } from './visible-text.ts';

/** Somebody's lines as a block quote that shows them as they stand, cut at `maxLines` lines and `max` characters. */
export function quoteBlock(text: string, { maxLines = 12, max = 1200 } = {}): string {
  const all = cutText(visibleText(text).trim(), max).split('\n');
  const lines = all.length > maxLines ? [...all.slice(0, maxLines), '…'] : all;
  return lines
    .map((line) => escapeMarkdown(line, max))
    .map((line, at) => (line === '' ? '>' : `> ${line}${breaksInto(lines[at + 1])}`))
    .join('\n');
}

function breaksInto(next: string | undefined): string {
  return next === undefined || next.trim() === '' ? '' : '\\';
}
