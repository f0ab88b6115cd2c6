import type { ExpectationMeasure } from '../project/expectation.ts';

/** What is charted for each project: regressions and incidents together, and near misses. */
export const CHARTED = ['incidents', 'near-misses'] as const;
export type Charted = (typeof CHARTED)[number];

/** Why a project needs a postmortem. Values are in the measure's own unit; days are whole UTC days since 1970-01-01. */
export type TriggerCause =
  | {
      readonly kind: 'expectation-broken';
      readonly measure: ExpectationMeasure;
      readonly target: number;
      readonly value: number;
      /** What `value` was counted from, and out of how much. */
      readonly counted: number;
      readonly outOf: number;
    }
  | {
      readonly kind: 'chart-signal';
      readonly of: Charted;
      readonly rule: 'beyond-limits' | 'run-of-eight';
      /** The day on which it could be seen, and where the run that it ends began. */
      readonly day: number;
      readonly since: number;
    }
  /** Somebody with write access asked for it: where, never who. */
  | { readonly kind: 'asked'; readonly number: number; readonly commentId: number };

/** A cause that was heard: it opened the postmortem, or was appended to it. */
export interface Trigger {
  readonly cause: TriggerCause;
  /** ISO 8601 in UTC. */
  readonly heardAt: string;
}

/** Causes of one subject are heard once in 28 days, whatever their numbers. */
export function subjectOf(cause: TriggerCause): string {
  switch (cause.kind) {
    case 'expectation-broken':
      return `expectation ${cause.measure}`;
    case 'chart-signal':
      return `chart ${cause.of}`;
    case 'asked':
      return `comment ${cause.commentId}`;
  }
}
