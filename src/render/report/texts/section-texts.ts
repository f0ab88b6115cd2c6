import type { Estimator } from '../../../domain/improvement/estimate-ratio.ts';
import type { WindowState } from '../../../domain/monitoring/monitoring-window.ts';
import type { ExpectationMeasure } from '../../../domain/project/expectation.ts';
import type { Habits } from '../../../domain/report/habits.ts';
import type { PromisedMeasure } from '../../../domain/report/promised-measure.ts';
import type { Detector } from '../../../domain/report/record-quality.ts';

/** What each section of a report says. Numbers come formatted. */
export interface SectionTexts {
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
    readonly before: string;
    readonly after: string;
    readonly view: Readonly<
      Record<'registered' | 'crude' | 'exact' | 'strata' | 'control' | 'guard' | 'links', string>
    >;
    readonly changed: (registeredOn: string) => string;
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
      Record<'links' | 'unlinked' | 'classified' | 'agreement' | 'detected' | 'start' | 'windows' | 'unjudged', string>
    >;
    readonly links: (confirmed: string, likely: string, noChange: string, unlinked: string) => string;
    readonly classified: (byPerson: string, bySource: string, byNobody: string) => string;
    readonly kappa: (value: string) => string;
    readonly detector: Readonly<Record<Detector, (count: string) => string>>;
    readonly byMerge: string;
  };
  readonly method: {
    readonly points: readonly string[];
    readonly limits: readonly string[];
    readonly limitsHeading: string;
    readonly estimator: Readonly<Record<Estimator, string>>;
    readonly freeze: (frozenOn: string, kinds: string, followUp: string, estimator: string) => string;
    readonly notFrozen: (readOn: string, kinds: string, followUp: string, estimator: string) => string;
    readonly placebos: (dates: string) => string;
  };
}
