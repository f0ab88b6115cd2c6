import { cutText } from './cut-text.ts';
import { oneLine } from './visible-text.ts';

/** A zero-width space: GitHub links mentions and references in the finished HTML, where `\@` is a plain `@` again. */
const BREAK = '&#8203;';

/** Named, so that the pass over links finds no `#` and no digit in them; a cell is not ended by `&vert;`. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '|': '&vert;' };

/** Mentions and e-mail, `#1`, `GH-1`, `://`, `www.`, `:emoji:`, and commit ids. */
const LINKED_BY_GITHUB =
  /@|#(?=\d)|GH-(?=\d)|:(?=\/\/)|www(?=\.)|:(?=[a-z0-9_+\\-]{1,64}:)|(?<![0-9a-f])[0-9a-f]{7,}/gi;

/** Shorter than the seven digits from which GitHub takes a word for a commit. */
const HEX_CHUNK = /.{6}(?=.)/g;

/**
 * Somebody's words as Markdown that shows exactly these words on one line: no element, mention, reference, closing
 * keyword or link comes out of it, in a paragraph, a list item or a table cell alike.
 */
export function escapeMarkdown(text: string, max = 500): string {
  return escapeMarks(cutText(oneLine(text), max))
    .replace(/^[-+=#]|(?<=^\d{1,9})[.)]/, '\\$&')
    .replace(LINKED_BY_GITHUB, breakLink);
}

function escapeMarks(text: string): string {
  return text.replace(/[\\`*_~[\]$!]/g, '\\$&').replace(/[&<>|]/g, (mark) => ENTITIES[mark] ?? mark);
}

function breakLink(found: string): string {
  return found.length >= 7 ? found.replace(HEX_CHUNK, (chunk) => chunk + BREAK) : found + BREAK;
}
