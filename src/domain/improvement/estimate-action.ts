import { subjectIncidents } from './action-subject.ts';
import { chartWeeks } from './chart-weeks.ts';
import { agreementOnKinds } from './compare-kinds.ts';
import { compareSurvival, type FollowedChanges, followChanges } from './compare-survival.ts';
import { daysIn } from './day.ts';
import { decideVerdict } from './decide-verdict.ts';
import { detectableEffect } from './detectable-effect.ts';
import type { Estimate } from './estimate.ts';
import { estimateLayers } from './estimate-layers.ts';
import { estimateRatio } from './estimate-ratio.ts';
import { countEvidence } from './count-evidence.ts';
import type { CountedEvidence } from './counted-evidence.ts';
import type { Evidence } from './evidence.ts';
import type { Freeze } from './freeze.ts';
import type { Coverage } from './find-coverage.ts';
import { coverageOf, freezeAction } from './freeze-action.ts';
import { type PreparedEvidence, prepareEvidence } from './prepare-evidence.ts';
import type { RegisteredAction } from './registered-action.ts';
import { subjectCounts } from './subject-counts.ts';
import { endpointTally } from './tally-endpoint.ts';
import type { VerdictCondition } from './verdict.ts';

/** Estimates every action of a repository. Plain bad data gives *cannot tell* with its reason, never a throw. */
export function estimateActions(evidence: Evidence): Estimate[] {
  return estimateCounted(countEvidence(evidence));
}

/** The same of facts that are counted already: its cost grows with days × strata and with incidents. */
export function estimateCounted(evidence: CountedEvidence): Estimate[] {
  const prepared = prepareEvidence(evidence);
  const coverages = new Map(evidence.actions.map((action) => [action.id, coverageOf(prepared, action)] as const));
  const coverage = (action: RegisteredAction) => coverages.get(action.id) ?? coverageOf(prepared, action);
  const everybody = followChanges(prepared.counts.atRisk, evidence.today);
  return evidence.actions.map((action) => estimateAction(prepared, action, coverage, everybody));
}

function estimateAction(
  prepared: PreparedEvidence,
  action: RegisteredAction,
  coverageIn: (action: RegisteredAction) => Coverage,
  everybody: FollowedChanges,
): Estimate {
  const { evidence, quality } = prepared;
  const tallyOf = endpointTally(prepared, action);
  const freeze = freezeAction(prepared, action, coverageIn, tallyOf);
  const subject = subjectCounts(prepared.counts, action);
  const incidents = subjectIncidents(prepared.incidents, action);
  const { observed, counts } = prepared;
  const followed = subject.atRisk === counts.atRisk ? everybody : followChanges(subject.atRisk, evidence.today);
  const charts = chartWeeks(subject.cells, incidents, observed, freeze.coverage.washout?.from ?? observed.to);
  const shared = {
    action,
    freeze,
    quality,
    chart: charts.layer,
    survival: compareSurvival(followed, incidents, evidence.today),
    agreement: agreementOnKinds(evidence.classifications),
  };
  const conditions = preconditions(freeze);
  const { windows, estimator, followUp } = freeze;
  if (windows === null || estimator === null) {
    return { ...shared, verdict: decideVerdict(conditions, null), main: null, detectable: null, layers: null };
  }
  const tally = tallyOf(followUp.days);
  const main = estimateRatio(tally, windows, estimator.estimator);
  const layers = estimateLayers(prepared, { action, subject, incidents, freeze, windows, tally, main }, charts.signals);
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
