import type { Locale } from '../../domain/locale.ts';
import type { HappenedIncident, SuspectedChange } from '../../domain/postmortem/postmortem-analysis.ts';
import { isoDay } from '../../domain/report/calendar.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { postmortemTexts } from './postmortem-texts.ts';

/** Only a confirmed change is a reference: GitHub shows each one on the pull request that it names, and a guess accuses nobody. */
export function nameChange(
  { number, unit, confirmed }: Pick<SuspectedChange, 'number' | 'unit' | 'confirmed'>,
  locale: Locale,
): string {
  if (number === null) return postmortemTexts(locale).directPush(inlineCode(unit.slice(0, 10)));
  return confirmed ? `#${number}` : inlineCode(`#${number}`);
}

/** `discreet`: what is told elsewhere is not for the readers of a public repository. */
export function nameIncident(
  { number, title, kind, at }: HappenedIncident,
  { discreet, locale }: { readonly discreet: boolean; readonly locale: Locale },
): string {
  const words = escapeMarkdown(title, 120);
  if (number !== null) return words === '' ? `#${number}` : `#${number} ${words}`;
  return discreet || words === '' ? `${postmortemTexts(locale).kind[kind]} ${isoDay(at)}` : words;
}
