import { rateRatio } from '../stats/rate-ratio.ts';
import { boundLinkError } from './bound-link-error.ts';
import { agreementOnKinds, compareKinds } from './compare-kinds.ts';
import { compareSpeed } from './compare-speed.ts';
import { compareSurvival } from './compare-survival.ts';
import type { DayRange } from './day.ts';
import { daysIn } from './day.ts';
import { decideVerdict } from './decide-verdict.ts';
import { detectableEffect } from './detectable-effect.ts';
import type { ChartLayer, Estimate, Layers } from './estimate.ts';
import { estimateRatio, type Estimator, type Windows } from './estimate-ratio.ts';
import type { Evidence } from './evidence.ts';
import { type Coverage, findCoverage } from './find-coverage.ts';
import { findFollowUp } from './find-follow-up.ts';
import { chartRate } from './chart-rate.ts';
import type { Signal } from './find-signals.ts';
import { type Freeze, freezeEstimator, type OtherAction, setWindows } from './freeze-design.ts';
import { guardRegression } from './guard-regression.ts';
import type { RegisteredAction } from './registered-action.ts';
import { measureUncertainty } from './measure-uncertainty.ts';
import { INCIDENT_KINDS, type IncidentKind } from '../incident/incident-kind.ts';
import { placeAmongPlacebos } from './place-among-placebos.ts';
import { type ResolvedData, resolveIncidents } from './resolve-incidents.ts';
import { seriesEffect } from './series-effect.ts';
import { tallyEndpoint } from './tally-endpoint.ts';
import type { VerdictCondition } from './verdict.ts';

const PRIMARY: readonly IncidentKind[] = ['regression', 'incident'];

/** Facts tied together once, for all actions. */
export interface PreparedEvidence extends ResolvedData {
  readonly evidence: Evidence;
  readonly observed: DayRange;
}

/** Estimates every action of a repository. Plain bad data gives *cannot tell* with its reason, never a throw. */
export function estimateActions(evidence: Evidence): Estimate[] {
  const prepared = prepareEvidence(evidence);
  return evidence.actions.map((action) => estimateAction(prepared, action));
}

export function prepareEvidence(evidence: Evidence): PreparedEvidence {
  const today = evidence.today;
  const resolved = resolveIncidents(evidence.changes, evidence.incidents, today);
  const first = resolved.changes.reduce((day, { mergedAt }) => Math.min(day, mergedAt), today);
  const observed = { from: Math.floor(Math.max(evidence.observedFrom ?? first, first)), to: Math.floor(today) };
  return { ...resolved, evidence, observed };
}

export function estimateAction(prepared: PreparedEvidence, action: RegisteredAction): Estimate {
  const { evidence, quality } = prepared;
  const endpoint = action.targets.length > 0 ? action.targets : PRIMARY;
  const { freeze, lag } = freezeDesign(prepared, action, endpoint);
  const charts = chartLayer(prepared, endpoint, freeze.coverage.washout?.from ?? prepared.observed.to);
  const shared = {
    action,
    freeze,
    quality,
    chart: charts.layer,
    survival: compareSurvival(prepared.changes, prepared.incidents.filter(of(endpoint)), evidence.today),
    agreement: agreementOnKinds(evidence.classifications),
  };
  const conditions = preconditions(freeze);
  const { windows, estimator } = freeze;
  if (windows === null || estimator === null) {
    return { ...shared, verdict: decideVerdict(conditions, null), main: null, detectable: null, layers: null };
  }
  const tally = tallyEndpoint(prepared, action.id, endpoint, freeze.followUp.days, 'merged-changes');
  const main = estimateRatio(tally, windows, estimator.estimator);
  const layers = layersOf(prepared, action, freeze, windows, estimator.estimator, charts.signals, lag);
  return {
    ...shared,
    verdict: decideVerdict(conditions, { main, ...layers }),
    main,
    detectable: detectableEffect(main, windows),
    layers,
  };
}

function of(kinds: readonly IncidentKind[]) {
  return ({ incident }: ResolvedData['incidents'][number]) => kinds.includes(incident.kind);
}

function freezeDesign(
  prepared: PreparedEvidence,
  action: RegisteredAction,
  endpoint: readonly IncidentKind[],
): { readonly freeze: Freeze; readonly lag: number } {
  const { evidence, observed } = prepared;
  const lags = prepared.incidents.filter(of(endpoint)).flatMap(({ cause }) => (cause ? [cause.lag] : []));
  const followUp = findFollowUp(lags, evidence.followUpDays);
  const coverage = coverageOf(prepared, action);
  const others = evidence.actions.flatMap((other): OtherAction[] => {
    const kinds = other.targets.length > 0 ? other.targets : PRIMARY;
    if (other.id === action.id || !kinds.some((kind) => endpoint.includes(kind))) return [];
    const { washout } = coverageOf(prepared, other);
    return washout ? [{ id: other.id, washout }] : [];
  });
  const placed = setWindows(coverage, observed, followUp.days, others);
  const tally = tallyEndpoint(prepared, action.id, endpoint, followUp.days, 'merged-changes');
  const freeze: Freeze = {
    frozenOn: observed.to,
    exposure: 'merged-changes',
    endpoint,
    followUp,
    coverage,
    observed,
    ...placed,
    estimator: placed.windows && freezeEstimator(tally, placed.windows, action.estimator),
  };
  return { freeze, lag: median(lags) };
}

function coverageOf({ changes, evidence }: PreparedEvidence, action: RegisteredAction): Coverage {
  const subject = changes.filter(({ controlFor }) => !controlFor.includes(action.id));
  return findCoverage(subject, action.measure, action.announcedAt, Math.floor(evidence.today));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Charts for every week start: a signal at any of them counts, so no choice of week can hide one. */
function chartLayer(
  { changes, incidents, observed }: PreparedEvidence,
  endpoint: readonly IncidentKind[],
  baselineTo: number,
): { readonly layer: ChartLayer; readonly signals: readonly Signal[] } {
  const counts = {
    merges: changes.map(({ mergedAt }) => mergedAt).sort((a, b) => a - b),
    incidents: incidents
      .filter(of(endpoint))
      .map(({ incident }) => incident.startedAt)
      .sort((a, b) => a - b),
  };
  const monday = chartRate(counts, observed, baselineTo, 0);
  const all = [monday, ...[1, 2, 3, 4, 5, 6].map((weekStart) => chartRate(counts, observed, baselineTo, weekStart))];
  const numbers = all.map(({ signals }) => signals?.length ?? 0);
  return {
    layer: { chart: monday, fewestSignals: Math.min(...numbers), mostSignals: Math.max(...numbers) },
    signals: all.flatMap(({ signals }) => signals ?? []).sort((a, b) => a.day - b.day),
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

function layersOf(
  prepared: PreparedEvidence,
  action: RegisteredAction,
  { endpoint, followUp }: Freeze,
  windows: Windows,
  estimator: Estimator,
  signals: readonly Signal[],
  lag: number,
): Layers {
  const { evidence } = prepared;
  const tallyOf = (kinds: readonly IncidentKind[], exposure: 'merged-changes' | 'deployments' | 'changed-lines') =>
    tallyEndpoint(prepared, action.id, kinds, followUp.days, exposure);
  const tally = tallyOf(endpoint, 'merged-changes');
  const main = estimateRatio(tally, windows, estimator);
  const rate = estimateRatio(tally, windows, 'crude');
  const incidents = prepared.incidents.filter(of(endpoint));
  const others = evidence.actions.filter(({ id }) => id !== action.id).map(({ announcedAt }) => announcedAt);
  return {
    rate,
    exactRate: rateRatio(rate.subject.after, rate.subject.before),
    strata: estimateRatio(tally, windows, 'mantel-haenszel'),
    series: seriesEffect(tally, windows),
    control: estimateRatio(tally, windows, 'ratio-of-ratios'),
    guard: guardRegression(tally, windows, estimator, main, signals, lag),
    speed: compareSpeed(prepared.changes, windows),
    uncertainty: measureUncertainty(prepared.changes, incidents, windows, evidence.seed),
    kinds: compareKinds(new Map(INCIDENT_KINDS.map((kind) => [kind, tallyOf([kind], 'merged-changes')])), windows),
    placebos: placeAmongPlacebos(tally, windows, estimator, main.ratio, others),
    links: boundLinkError(tally, windows, estimator, main, incidents, followUp.days, action.id, evidence.seed),
    exposures: {
      deployments: estimateRatio(tallyOf(endpoint, 'deployments'), windows, 'crude'),
      changedLines: estimateRatio(tallyOf(endpoint, 'changed-lines'), windows, 'crude'),
    },
  };
}
