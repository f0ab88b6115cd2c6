import type { Locale } from '../../../domain/locale.ts';
import type { IncidentKind } from '../../../domain/incident/incident-kind.ts';
import type { PeriodUnit } from '../../../domain/report/report-period.ts';
import { reportEn } from './report-en.ts';
import { reportJa } from './report-ja.ts';
import type { SectionTexts } from './section-texts.ts';

type Column =
  | 'kind'
  | 'now'
  | 'before'
  | 'cause'
  | 'total'
  | 'week'
  | 'merged'
  | 'incidents'
  | 'per100'
  | 'limit'
  | 'mark'
  | 'project'
  | 'measure'
  | 'speed'
  | 'target'
  | 'actual'
  | 'state'
  | 'budget'
  | 'exhausted'
  | 'window'
  | 'from'
  | 'to'
  | 'ratio'
  | 'interval'
  | 'view'
  | 'effect'
  | 'incidentsBefore'
  | 'moreChanges'
  | 'moreWeeks'
  | 'level'
  | 'habit'
  | 'place'
  | 'changes'
  | 'incident'
  | 'day'
  | 'suspects'
  | 'question'
  | 'answer'
  | 'action';

/** Every text of a report but its verdicts; what only one section says is in `SectionTexts`. Numbers come formatted; what a person named comes as it is. */
export interface ReportTexts extends SectionTexts {
  readonly title: (of: string, period: string) => string;
  /** `title (acme/shop)` */
  readonly projectOf: (project: string, repository: string) => string;
  readonly period: Readonly<Record<PeriodUnit, (id: string) => string>>;
  readonly subtitle: (from: string, to: string, at: string) => string;
  readonly running: string;
  readonly heading: Readonly<
    Record<'happened' | 'promised' | 'tried' | 'habits' | 'pace' | 'hot' | 'awaiting' | 'quality' | 'method', string>
  >;
  readonly kind: Readonly<Record<IncidentKind, string>>;
  /** Where kinds are counted in a sentence. */
  readonly kinds: (kinds: readonly IncidentKind[]) => string;
  readonly noCause: string;
  readonly column: Readonly<Record<Column, string>>;
  readonly caption: Readonly<
    Record<
      | 'kinds'
      | 'causes'
      | 'trend'
      | 'promised'
      | 'effects'
      | 'windows'
      | 'views'
      | 'needs'
      | 'coverage'
      | 'habits'
      | 'speed'
      | 'hot'
      | 'awaiting'
      | 'quality',
      string
    >
  >;
  readonly more: (count: string) => string;
  readonly none: string;
  readonly unknown: string;
  readonly yes: string;
  readonly no: string;
  readonly range: (lower: string, upper: string) => string;
  readonly orMore: string;
  readonly shareOf: (percent: string, count: string, of: string) => string;
  readonly duration: {
    readonly minutes: (n: string) => string;
    readonly hours: (n: string) => string;
    readonly days: (n: string) => string;
  };
  readonly previous: string;
  readonly generated: string;
  readonly madeBy: string;
  readonly shortened: string;
  readonly skip: string;
  readonly contents: string;
  readonly details: string;
  readonly open: string;
  readonly numbers: string;
}

const TEXTS: Readonly<Record<Locale, ReportTexts>> = { en: reportEn, ja: reportJa };

export function reportTexts(locale: Locale): ReportTexts {
  return TEXTS[locale];
}
