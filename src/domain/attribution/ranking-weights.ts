import type { Feature } from './cause-features.ts';
import type { IsotonicStep } from './isotonic-regression.ts';

/** Platt scaling: confidence = 1 / (1 + e^-(intercept + slope × logit(share))); `steps` replace it when there is enough data. */
export interface Calibration {
  readonly intercept: number;
  readonly slope: number;
  readonly steps?: readonly IsotonicStep[];
}

/**
 * What indirect evidence counts of direct evidence: names that are alike instead of the same file, lines beside an insertion
 * instead of lines that were removed, blame that cannot see moves. One number for all of them.
 */
export const INDIRECT = 0.75;

/** The whole of the linker's learned knowledge: five fitted weights, the prior's, {@link INDIRECT} and the slope. */
export interface RankingWeights {
  readonly weights: Readonly<Record<Feature, number>>;
  readonly calibration: Calibration;
}

/**
 * Fitted by conditional logistic regression (McFadden 1974), rounded, on causes that developers stated in five public repositories, and
 * checked on each with the other four; `docs/attribution.md` has the figures and the command.
 */
export const SHIPPED_WEIGHTS: RankingWeights = {
  weights: {
    // Share of the fix's removed lines that the unit wrote, less for a unit of many files; square root, as the second half of the
    // lines says less than the first.
    blamed: 3.5,
    // The latest of the blamed units: whoever touched the lines last had the chance to break them.
    newest: 0.35,
    // Same or alike files as where it hurt, or files of the same owners.
    near: 4.5,
    // Each e-fold further back makes an unblamed unit less likely …
    distance: -1,
    // … and a blamed one only a little: faults sleep for years in lines that nobody touched since.
    blamedDistance: 0.4,
    // Log odds already, and bounded: see `weigh-facts.ts`.
    prior: 1,
  },
  // The intercept is none of our numbers: an even share is an even chance, until an installation learns otherwise.
  calibration: { intercept: 0, slope: 0.7 },
};
