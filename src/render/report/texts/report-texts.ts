import type { Locale } from '../../../domain/locale.ts';
import type { Estimator } from '../../../domain/improvement/estimate-ratio.ts';
import type { IncidentKind } from '../../../domain/incident/incident-kind.ts';
import type { WindowState } from '../../../domain/monitoring/monitoring-window.ts';
import type { ExpectationMeasure } from '../../../domain/project/expectation.ts';
import type { Habits } from '../../../domain/report/habits.ts';
import type { PromisedMeasure } from '../../../domain/report/promised-measure.ts';
import type { Detector } from '../../../domain/report/record-quality.ts';
import type { PeriodUnit } from '../../../domain/report/report-period.ts';
import { reportEn } from './report-en.ts';
import { reportJa } from './report-ja.ts';

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
  | 'median'
  | 'p90'
  | 'of'
  | 'place'
  | 'changes'
  | 'incident'
  | 'day'
  | 'suspects'
  | 'question'
  | 'answer'
  | 'action';

/** Every text of a report but its verdicts. Numbers come formatted; what a person named comes as it is. */
export interface ReportTexts {
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
  readonly cause: Readonly<Record<string, string>>;
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
      | 'quality'
      | 'freeze',
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
  readonly happened: {
    readonly summary: (incidents: string, merged: string, per100: string, low: string, high: string) => string;
    readonly before: (incidents: string, merged: string, per100: string) => string;
    readonly nothingMerged: string;
    readonly noVerdict: string;
    readonly noIncidents: string;
    readonly trendTitle: string;
    readonly trendSummary: (weeks: string, low: string, high: string) => string;
    readonly trendLimits: (center: string, baseline: string) => string;
    readonly noLimits: (baseline: string) => string;
    readonly signals: (weeks: string) => string;
    readonly noSignal: string;
    readonly axis: string;
    readonly value: string;
    readonly center: string;
    readonly upper: string;
    readonly signal: string;
    readonly causesSummary: (causes: string) => string;
    readonly incidentsAxis: string;
  };
  readonly promised: {
    readonly none: string;
    readonly intro: string;
    readonly measure: Readonly<Record<ExpectationMeasure, string>>;
    readonly state: Readonly<Record<PromisedMeasure['state'], string>>;
    readonly atMost: (value: string) => string;
    readonly atLeast: (value: string) => string;
  };
  readonly tried: {
    readonly none: string;
    readonly intro: string;
    readonly chartTitle: string;
    readonly axis: string;
    readonly chartSummary: string;
    readonly fewerSide: string;
    readonly moreSide: string;
    readonly before: string;
    readonly after: string;
    readonly view: Readonly<
      Record<'registered' | 'crude' | 'exact' | 'strata' | 'control' | 'guard' | 'links', string>
    >;
    readonly detailsOf: (title: string) => string;
    readonly enough: string;
    readonly never: string;
  };
  readonly habits: {
    readonly none: string;
    readonly level: Readonly<Record<Habits['coverage'][number]['level'], string>>;
    readonly row: Readonly<Record<'placeholders' | 'monitored' | 'none' | 'overridden' | 'exempt', string>>;
    readonly sinceEnforced: (day: string, before: string, since: string) => string;
    readonly neverEnforced: string;
    readonly windows: (states: string) => string;
    readonly state: Readonly<Record<WindowState, (count: string) => string>>;
  };
  readonly pace: {
    readonly none: string;
    readonly row: Readonly<
      Record<
        'perWeek' | 'openToMerge' | 'mergeToDeploy' | 'openToDeploy' | 'reviewRounds' | 'reverted' | 'followUpFixes',
        string
      >
    >;
    readonly pair: (median: string, p90: string) => string;
    readonly note: string;
  };
  readonly hot: { readonly none: string; readonly intro: string };
  readonly awaiting: {
    readonly none: string;
    readonly intro: (count: string) => string;
    readonly hidden: string;
    readonly suspect: (name: string, percent: string) => string;
    readonly howTo: string;
  };
  readonly quality: {
    readonly none: string;
    readonly row: Readonly<
      Record<'links' | 'unlinked' | 'classified' | 'detected' | 'start' | 'windows' | 'unjudged', string>
    >;
    readonly links: (confirmed: string, likely: string, noChange: string, unlinked: string) => string;
    readonly classified: (byPerson: string, bySource: string, byNobody: string) => string;
    readonly detector: Readonly<Record<Detector, (count: string) => string>>;
    readonly byMerge: string;
  };
  readonly method: {
    readonly points: readonly string[];
    readonly limits: readonly string[];
    readonly limitsHeading: string;
    readonly estimator: Readonly<Record<Estimator, string>>;
    readonly freeze: (frozenOn: string, kinds: string, followUp: string, estimator: string) => string;
    readonly placebos: (dates: string) => string;
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
