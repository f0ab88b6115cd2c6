import type { Locale } from '../../domain/locale.ts';
import { monitoringTexts } from '../comment/monitoring-texts.ts';
import { listSome } from '../describe/list-some.ts';
import type { JudgedPullRequest } from './judged-pull-request.ts';

/** What else of the author's is being watched. Nothing where the check is about that already. */
export function renderWindowLine({ opinion, watching = [] }: JudgedPullRequest, locale: Locale): readonly string[] {
  if (watching.length === 0 || opinion.decision.reasons.some(({ code }) => code === 'windows-open')) return [];
  const numbers = listSome(
    watching.map((number) => `#${number}`),
    locale,
    { shown: 10 },
  );
  return [monitoringTexts(locale).open(numbers, watching.length, '`/impact monitored`')];
}
