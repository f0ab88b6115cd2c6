import type { Feature } from './cause-features.ts';
import type { IsotonicStep } from './isotonic-regression.ts';

/** Platt scaling: confidence = 1 / (1 + e^-(intercept + slope × logit(share))); `steps` replace it when there is enough data. */
export interface Calibration {
  readonly intercept: number;
  readonly slope: number;
  readonly steps?: readonly IsotonicStep[];
}

/** The whole of the linker's learned knowledge: six weights and two numbers of calibration. */
export interface RankingWeights {
  readonly weights: Readonly<Record<Feature, number>>;
  readonly calibration: Calibration;
}

/**
 * Fitted by conditional logistic regression (McFadden 1974), rounded, on causes that developers stated in four public repositories, and
 * checked on each with the other three; `docs/attribution.md` has the figures and the command.
 */
export const SHIPPED_WEIGHTS: RankingWeights = {
  weights: {
    // Share of the fix's removed lines that the unit wrote, square root: the second half of the lines says less than the first.
    blamed: 3.0,
    // The latest of the blamed units: whoever touched the lines last had the chance to break them.
    newest: 0.35,
    // Same or alike files as where it hurt.
    near: 5.2,
    // Each e-fold further back makes an unblamed unit less likely …
    distance: -0.9,
    // … and a blamed one only a little: faults sleep for years in lines that nobody touched since.
    blamedDistance: 0.35,
    // Lines of a unit that touched everything (a reformat, a move) say less than those of a small one.
    blamedSize: -0.2,
  },
  calibration: { intercept: 0, slope: 0.62 },
};
