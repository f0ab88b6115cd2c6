import type { PriorReason } from '../../domain/attribution/weigh-facts.ts';

/** Every text of a local analysis, once for each language. Numbers come formatted. */
export interface AnalysisTexts {
  readonly title: string;
  readonly empty: string;
  readonly summary: (changes: string, pullRequests: string, from: string, to: string) => string;
  readonly arrived: (merges: string, squashes: string, plain: string) => string;
  readonly size: (files: string, files90: string, lines: string, lines90: string) => string;
  readonly lead: (p50: string, p90: string, n: string) => string;
  readonly hours: (value: string) => string;
  readonly days: (value: string) => string;
  readonly heading: Readonly<
    Record<'faults' | 'reverts' | 'nearMisses' | 'incidents' | 'hot' | 'rules' | 'limits', string>
  >;
  readonly none: Readonly<Record<'faults' | 'reverts' | 'nearMisses' | 'hot' | 'rules', string>>;
  readonly faultsIntro: (count: string, stated: string, inferred: string) => string;
  readonly lags: (week: string, quarter: string, year: string) => string;
  readonly revertsIntro: (count: string, verified: string, day: string) => string;
  readonly nearMissesIntro: string;
  readonly hotIntro: string;
  readonly rulesIntro: string;
  readonly more: (count: string) => string;
  readonly column: Readonly<
    Record<
      | 'fix'
      | 'cause'
      | 'confidence'
      | 'evidence'
      | 'lag'
      | 'revert'
      | 'undone'
      | 'depth'
      | 'verified'
      | 'place'
      | 'changes'
      | 'faults'
      | 'rate'
      | 'ratio'
      | 'incident'
      | 'noChange',
      string
    >
  >;
  readonly yes: string;
  readonly claim: string;
  readonly unknown: string;
  readonly evidence: {
    readonly stated: string;
    readonly hedged: string;
    readonly reverted: string;
    readonly blame: (lines: string, total: string) => string;
    readonly context: (lines: string, total: string) => string;
    readonly files: (files: string, more: number) => string;
    readonly names: string;
    readonly owners: (owners: string) => string;
    readonly time: (days: string, changes: string) => string;
    readonly prior: Readonly<Record<PriorReason, (lines: string) => string>>;
  };
  readonly ruleNumbers: (
    faults: string,
    changes: string,
    percent: string,
    ratio: string | null,
    low: string,
    high: string | null,
  ) => string;
  readonly ruleWhy: (path: string, faults: string, changes: string, ratio: string | null) => string;
  readonly limit: {
    readonly uncounted: (count: string) => string;
    readonly blame: (done: string, left: string) => string;
    readonly notBlamed: (left: string) => string;
    readonly blameFiles: (count: string) => string;
    readonly unresolved: (count: string) => string;
    readonly shallow: string;
    readonly partial: string;
    readonly written: string;
  };
}
