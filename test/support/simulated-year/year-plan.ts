import type { CoverageMeasure } from '../../../src/domain/improvement/registered-action.ts';
import type { IncidentKind } from '../../../src/domain/incident/incident-kind.ts';

/** Something the team does, with the effect that it truly has. */
export interface PlannedAction {
  readonly id: string;
  readonly title: string;
  /** Day of the year on which it is announced. */
  readonly day: number;
  readonly targets: readonly IncidentKind[];
  readonly coverage: CoverageMeasure;
  /** True ratio of incidents of its kinds, of changes that it covers; 1: it does nothing. */
  readonly ratio: number;
}

/** What a generated year is drawn from. */
export interface YearPlan {
  readonly seed: number;
  /** Whole UTC days since 1970-01-01. */
  readonly firstDay: number;
  /** In which changes are merged; a week follows in which the last of them ships and its window ends. */
  readonly days: number;
  /** Merged changes a day, on average. */
  readonly pace: number;
  readonly shares: {
    readonly directPushes: number;
    readonly bots: number;
    /** Of high risk: these alone are watched. */
    readonly high: number;
    readonly medium: number;
    /** Of watched changes: undone by a pull request while they were watched. */
    readonly reverted: number;
    /** Of the other watched changes: confirmed in time. */
    readonly confirmed: number;
    /** Of statements: accepted before and after the action whose coverage is `statements`. */
    readonly accepted: { readonly before: number; readonly after: number };
    /** Of deployments: taken back, then shipped again. */
    readonly rolledBack: number;
  };
  /** Incidents of each kind per 100 changes, before any action. */
  readonly per100: Readonly<Record<IncidentKind, number>>;
  /** Incidents for each one that a change caused, that no change did. */
  readonly noise: number;
  readonly actions: readonly PlannedAction[];
}

/** Days after the last merge in which everything comes to its end. */
export const SETTLING_DAYS = 7;

/** As the generated configuration says. */
export const WINDOW_HOURS = 72;

export const REPOSITORY = {
  id: 5_000_000_001,
  owner: 'acme',
  name: 'shop',
  defaultBranch: 'main',
  private: true,
  installationId: 6_000_000_002,
} as const;
