import type { EffectNeeds } from '../improvement/detectable-effect.ts';
import type { Estimator } from '../improvement/estimate-ratio.ts';
import type { FollowUp } from '../improvement/find-follow-up.ts';
import type { VerdictAnswer, VerdictCondition } from '../improvement/verdict.ts';
import type { IncidentKind } from '../incident/incident-kind.ts';
import type { Interval } from '../stats/interval.ts';

export interface WindowFacts {
  readonly from: string;
  /** The day after its last. */
  readonly to: string;
  readonly merged: number;
  /** Of the endpoint, within the follow-up of their change. */
  readonly incidents: number;
}

export interface RatioFacts {
  readonly ratio: number | null;
  readonly interval: Interval;
}

export interface GuardFacts extends RatioFacts {
  /** The guarded ratio ÷ the unguarded one. */
  readonly difference: number | null;
  readonly problem: string | null;
}

/** What one improvement action did, as far as a report tells it. */
export interface TriedAction {
  readonly id: string;
  readonly title: string;
  readonly announced: string;
  readonly answer: VerdictAnswer;
  /** On which side the estimate lies. */
  readonly direction: 'improved' | 'worse';
  readonly conditions: readonly VerdictCondition[];
  /** The condition to say first; `null` unless *cannot tell*. */
  readonly because: VerdictCondition | null;
  readonly endpoint: readonly IncidentKind[];
  /** By the registered estimator; `null` while the action is not in force. */
  readonly effect: (RatioFacts & { readonly estimator: Estimator; readonly dispersion: number }) | null;
  readonly before: WindowFacts | null;
  readonly after: WindowFacts | null;
  /** While it came into force: in neither window. */
  readonly washout: { readonly from: string; readonly to: string } | null;
  readonly followUp: FollowUp;
  readonly frozenOn: string;
  /** The day it was registered, when the configuration was changed since: the registered version is estimated. */
  readonly changedSince: string | null;
  /** Fixed in the registration; else by the same rule, for this report alone. */
  readonly isRegistered: boolean;
  readonly beside: {
    readonly crude: RatioFacts;
    /** Mid-p. */
    readonly exact: RatioFacts;
    readonly strata: RatioFacts;
    readonly control: RatioFacts;
    readonly guard: GuardFacts;
  } | null;
  readonly placebos: { readonly dates: number; readonly enough: boolean } | null;
  readonly links: { readonly lowest: number | null; readonly highest: number | null; readonly unlinked: number } | null;
  /** The ratio nearest to 1 that the data had an 80 % chance to show; `null` when none. */
  readonly detectable: number | null;
  readonly needs: readonly EffectNeeds[];
}
