import type { Agreement } from '../stats/cohen-kappa.ts';
import type { RateRatio } from '../stats/rate-ratio.ts';
import type { LinkBounds } from './bound-link-error.ts';
import type { KindComparison } from './compare-kinds.ts';
import type { SpeedLayer } from './compare-speed.ts';
import type { SurvivalLayer } from './compare-survival.ts';
import type { DetectableEffect } from './detectable-effect.ts';
import type { RatioEstimate } from './estimate-ratio.ts';
import type { RateChart } from './chart-rate.ts';
import type { Freeze } from './freeze.ts';
import type { RegressionGuard } from './guard-regression.ts';
import type { RegisteredAction } from './registered-action.ts';
import type { UncertaintyLayer } from './measure-uncertainty.ts';
import type { PlaceboPlace } from './place-among-placebos.ts';
import type { DataQuality } from './resolve-incidents.ts';
import type { SeriesEffect } from './series-effect.ts';
import type { Verdict } from './verdict.ts';

/** Layer 1 for weeks from Monday, and how many signals the seven week starts give. */
export interface ChartLayer {
  readonly chart: RateChart;
  readonly fewestSignals: number;
  readonly mostSignals: number;
}

/** The same comparison by other exposures: does the answer hang on what is counted below the line? */
export interface ExposureSensitivity {
  readonly deployments: RatioEstimate;
  readonly changedLines: RatioEstimate;
}

/** All layers of evidence for an action in force, numbered as in docs/evidence.md. */
export interface Layers {
  /** 2: crude, with the exact mid-p comparison beside it. */
  readonly rate: RatioEstimate;
  readonly exactRate: RateRatio;
  /** 3 */
  readonly strata: RatioEstimate;
  /** 4 */
  readonly series: SeriesEffect;
  /** 5 */
  readonly control: RatioEstimate;
  /** 6 */
  readonly guard: RegressionGuard;
  /** 8 */
  readonly speed: SpeedLayer;
  /** 9 */
  readonly uncertainty: UncertaintyLayer;
  /** 10 */
  readonly kinds: readonly KindComparison[];
  /** 11 */
  readonly placebos: PlaceboPlace;
  readonly links: LinkBounds;
  readonly exposures: ExposureSensitivity;
}

/** Whether one action worked, and everything that the answer rests on. */
export interface Estimate {
  readonly action: RegisteredAction;
  readonly freeze: Freeze;
  readonly quality: DataQuality;
  readonly verdict: Verdict;
  /** By the registered estimator; `null` when the action is not in force. */
  readonly main: RatioEstimate | null;
  readonly detectable: DetectableEffect | null;
  /** Layers 1 and 7 need no windows. */
  readonly chart: ChartLayer;
  readonly survival: SurvivalLayer;
  readonly agreement: Agreement;
  readonly layers: Layers | null;
}
