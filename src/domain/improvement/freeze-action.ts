import { endpointOf, subjectIncidents } from './action-subject.ts';
import { chooseEstimator } from './choose-estimator.ts';
import { type Coverage, findCoverage } from './find-coverage.ts';
import { findFollowUp } from './find-follow-up.ts';
import type { Freeze } from './freeze.ts';
import type { PreparedEvidence } from './prepare-evidence.ts';
import type { RegisteredAction } from './registered-action.ts';
import { type OtherAction, setWindows } from './set-windows.ts';
import { subjectCells } from './subject-counts.ts';
import type { DayTally } from './tally-days.ts';

/** Fixes everything that could be chosen afterwards: follow-up, start, windows and estimator. */
export function freezeAction(
  prepared: PreparedEvidence,
  action: RegisteredAction,
  coverages: (of: RegisteredAction) => Coverage,
  tallyOf: (followUpDays: number) => DayTally,
): Freeze {
  const { evidence, observed } = prepared;
  const endpoint = endpointOf(action);
  const lags = subjectIncidents(prepared.incidents, action).flatMap(({ cause }) => (cause ? [cause.lag] : []));
  const followUp = findFollowUp(lags, action.followUpDays);
  const coverage = coverages(action);
  const others = evidence.actions.flatMap((other): OtherAction[] => {
    if (other.id === action.id || !endpointOf(other).some((kind) => endpoint.includes(kind))) return [];
    const { washout } = coverages(other);
    return washout ? [{ id: other.id, washout }] : [];
  });
  const placed = setWindows(coverage, observed, followUp.days, others);
  return {
    frozenOn: action.fixedOn ?? observed.to,
    registered: action.fixedOn !== null,
    exposure: 'merged-changes',
    endpoint,
    followUp,
    medianLag: median(lags),
    coverage,
    observed,
    ...placed,
    estimator: placed.windows && chooseEstimator(tallyOf(followUp.days), placed.windows.before, action.estimator),
  };
}

/** When an action came into force. */
export function coverageOf({ counts, evidence }: PreparedEvidence, action: RegisteredAction): Coverage {
  return findCoverage(
    subjectCells(counts.cells, action),
    action.measure,
    action.announcedAt,
    Math.floor(evidence.today),
  );
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? null;
}
