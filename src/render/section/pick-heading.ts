import type { Locale } from '../../domain/locale.ts';
import { cutText } from '../escape/cut-text.ts';
import { oneLine } from '../escape/visible-text.ts';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const NOT_ENGLISH = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Hangul}]/u;
/** What Markdown or GitHub would take for more than a word: such a heading is offered only when there is no other. */
const ACTIVE = /[@#<>[\]`*_|\\!&]|:\/\//;

/**
 * The repository's own heading in the language that the app writes, else its first one. With `null` there is none.
 * Han alone counts as Japanese: the configured order decides between 影響範囲 and 影响范围.
 */
export function pickHeading(headings: readonly string[], locale: Locale): string | null {
  return pickHeadings(headings, locale, 1)[0] ?? null;
}

/** Some headings to name as examples, in the language that the app writes when there are any. */
export function pickHeadings(headings: readonly string[], locale: Locale, most: number): readonly string[] {
  const lines = headings.map(oneLine).filter((heading) => heading !== '');
  const plain = lines.filter((heading) => !ACTIVE.test(heading));
  const choices = plain.length > 0 ? plain : lines;
  const own = choices.filter((heading) => speaks(heading, locale));
  return (own.length > 0 ? own : choices).slice(0, most).map((heading) => cutText(heading, 120));
}

function speaks(heading: string, locale: Locale): boolean {
  return locale === 'ja' ? JAPANESE.test(heading) : !NOT_ENGLISH.test(heading);
}
