import type { RuleLevel } from '../../risk/risk-level.ts';
import type { HotPlace } from './find-hot-places.ts';

/** A risk rule that the history speaks for, with the numbers behind it. */
export interface SuggestedRule {
  readonly id: string;
  readonly level: Exclude<RuleLevel, 'low'>;
  readonly paths: readonly string[];
  readonly changes: number;
  readonly faults: number;
  readonly ratio: number | null;
  readonly interval: readonly [number, number | null];
}

const MOST = 10;
const FEWEST_FAULTS = 3;
const HIGH = 2;
/** A rule for most changes tells nobody anything. */
const MOST_CHANGES = 0.4;
/** Faults of tests and documents are found where they are made. */
const TESTS = /(?:^|\/)(?:tests?|specs?|__tests__|docs?|guides|documentation|examples?)(?:\/|$)/i;
/** A folder says no more than the folder inside it that has nearly all of its faults. */
const NEARLY_ALL = 0.8;

/**
 * Rules for places whose rate of faults is above the rest beyond chance (the 95 % interval of the ratio is above 1). Twice the
 * rest is high, else medium. Of nested places the one is kept that says most.
 */
export function suggestRules(hot: readonly HotPlace[], units: number): SuggestedRule[] {
  const striking = hot.filter(
    (place) =>
      place.faults >= FEWEST_FAULTS &&
      place.interval[0] > 1 &&
      place.changes <= units * MOST_CHANGES &&
      isPlain(place.path) &&
      !TESTS.test(place.path),
  );
  const kept = striking.filter(
    (place) =>
      !striking.some((inner) => inner.path.startsWith(`${place.path}/`) && inner.faults >= place.faults * NEARLY_ALL) &&
      !striking.some(
        (outer) =>
          place.path.startsWith(`${outer.path}/`) &&
          place.faults < outer.faults * NEARLY_ALL &&
          place.interval[0] <= outer.interval[0],
      ),
  );
  return kept.slice(0, MOST).map(({ path, changes, faults, ratio, interval }) => ({
    id: `hot-${path
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50)}`,
    level: ratio === null || ratio >= HIGH ? 'high' : 'medium',
    paths: [`${path}/**`],
    changes,
    faults,
    ratio,
    interval,
  }));
}

/** Paths with characters that a glob reads are left to a person. */
function isPlain(path: string): boolean {
  return /^[\p{L}\p{N}_./@+ -]+$/u.test(path);
}
