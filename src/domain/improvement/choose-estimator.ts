import type { DayRange } from './day.ts';
import type { Estimator } from './estimate-ratio.ts';
import { countArea, countCell, type DayTally } from './tally-days.ts';

export interface EstimatorChoice {
  readonly estimator: Estimator;
  readonly because: 'registered' | 'control-large-enough' | 'strata-known' | 'one-stratum';
  /** Incidents of the control area before the action. */
  readonly controlEvents: number;
}

/** A control area with fewer incidents adds more noise than it takes away. */
export const CONTROL_EVENTS = 20;

/**
 * Ratio of rate ratios if the control area has at least 20 incidents, else Mantel–Haenszel over risk × size strata,
 * else crude. Reads the data before the action alone, so the outcome cannot choose its own estimator.
 */
export function chooseEstimator(tally: DayTally, before: DayRange, registered: Estimator | null): EstimatorChoice {
  const controlEvents = countArea(tally, 'control', before).events;
  if (registered !== null) return { estimator: registered, because: 'registered', controlEvents };
  if (controlEvents >= CONTROL_EVENTS) {
    return { estimator: 'ratio-of-ratios', because: 'control-large-enough', controlEvents };
  }
  const strata = tally.cells.filter((cell) => cell.area === 'subject' && countCell(tally, cell, before).exposure > 0);
  const several = strata.length > 1;
  return {
    estimator: several ? 'mantel-haenszel' : 'crude',
    because: several ? 'strata-known' : 'one-stratum',
    controlEvents,
  };
}
