import { subjectChanges, subjectIncidents } from './action-subject.ts';
import { chartWeeks } from './chart-weeks.ts';
import { agreementOnKinds } from './compare-kinds.ts';
import { compareSurvival } from './compare-survival.ts';
import { daysIn } from './day.ts';
import { decideVerdict } from './decide-verdict.ts';
import { detectableEffect } from './detectable-effect.ts';
import type { Estimate } from './estimate.ts';
import { estimateLayers } from './estimate-layers.ts';
import { estimateRatio } from './estimate-ratio.ts';
import type { Evidence } from './evidence.ts';
import type { Freeze } from './freeze.ts';
import { freezeAction } from './freeze-action.ts';
import { type PreparedEvidence, prepareEvidence } from './prepare-evidence.ts';
import type { RegisteredAction } from './registered-action.ts';
import { tallyEndpoint } from './tally-endpoint.ts';
import type { VerdictCondition } from './verdict.ts';

/** Estimates every action of a repository. Plain bad data gives *cannot tell* with its reason, never a throw. */
export function estimateActions(evidence: Evidence): Estimate[] {
  const prepared = prepareEvidence(evidence);
  return evidence.actions.map((action) => estimateAction(prepared, action));
}

export function estimateAction(prepared: PreparedEvidence, action: RegisteredAction): Estimate {
  const { evidence, quality } = prepared;
  const freeze = freezeAction(prepared, action);
  const charts = chartWeeks(prepared, action, freeze.coverage.washout?.from ?? prepared.observed.to);
  const incidents = subjectIncidents(prepared.incidents, action);
  const shared = {
    action,
    freeze,
    quality,
    chart: charts.layer,
    survival: compareSurvival(subjectChanges(prepared.changes, action), incidents, evidence.today),
    agreement: agreementOnKinds(evidence.classifications),
  };
  const conditions = preconditions(freeze);
  const { windows, estimator, endpoint, followUp } = freeze;
  if (windows === null || estimator === null) {
    return { ...shared, verdict: decideVerdict(conditions, null), main: null, detectable: null, layers: null };
  }
  const tally = tallyEndpoint(prepared, action.id, endpoint, followUp.days, 'merged-changes');
  const main = estimateRatio(tally, windows, estimator.estimator);
  const layers = estimateLayers(prepared, { action, freeze, windows, tally, main }, charts.signals);
  return {
    ...shared,
    verdict: decideVerdict(conditions, { main, ...layers }),
    main,
    detectable: detectableEffect(main, windows),
    layers,
  };
}

function preconditions({ coverage, windows, overlapping }: Freeze): VerdictCondition[] {
  const started: VerdictCondition = { code: 'started', holds: windows !== null, because: coverage.problem };
  if (windows === null) return [started];
  const daysBefore = daysIn(windows.before);
  const daysAfter = daysIn(windows.after);
  return [
    started,
    { code: 'windows', holds: daysBefore > 0 && daysAfter > 0, daysBefore, daysAfter },
    { code: 'sole-action', holds: overlapping.length === 0, overlapping },
  ];
}
