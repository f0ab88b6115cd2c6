import type { Locale } from '../../domain/locale.ts';
import type { HappenedIncident, SuspectedChange } from '../../domain/postmortem/postmortem-analysis.ts';
import { isoDay } from '../../domain/calendar.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { postmortemTexts } from './postmortem-texts.ts';

/** Where something is told, and to whom. */
export interface Telling {
  readonly locale: Locale;
  /** What is told elsewhere is not for the readers of a public repository. */
  readonly discreet: boolean;
  /** `owner/name` of the project's repository where the issue is in another one: there, `#1` is something else. */
  readonly home: string | null;
}

/** Only a confirmed change is a reference: GitHub shows each one on the pull request that it names, and a guess accuses nobody. */
export function nameChange(
  { number, unit, confirmed }: Pick<SuspectedChange, 'number' | 'unit' | 'confirmed'>,
  { locale, home }: Pick<Telling, 'locale' | 'home'>,
): string {
  if (number === null) return postmortemTexts(locale).directPush(inlineCode(unit.slice(0, 10)));
  const name = `${home ?? ''}#${number}`;
  return confirmed ? name : inlineCode(name);
}

export function nameIncident(
  { number, title, kind, at }: HappenedIncident,
  { discreet, locale, home }: Telling,
): string {
  const words = escapeMarkdown(title, 120);
  if (number !== null) return `${home ?? ''}#${number} ${words}`.trimEnd();
  return discreet || words === '' ? `${postmortemTexts(locale).kind[kind]} ${isoDay(at)}` : words;
}
