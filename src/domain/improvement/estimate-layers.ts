import { INCIDENT_KINDS, type IncidentKind } from '../incident/incident-kind.ts';
import { rateRatio } from '../stats/rate-ratio.ts';
import { subjectChanges, subjectIncidents } from './action-subject.ts';
import { boundLinkError } from './bound-link-error.ts';
import { compareKinds } from './compare-kinds.ts';
import { compareSpeed } from './compare-speed.ts';
import type { Layers } from './estimate.ts';
import { estimateRatio, type RatioEstimate, type Windows } from './estimate-ratio.ts';
import type { Signal } from './find-signals.ts';
import type { Freeze } from './freeze.ts';
import { guardRegression } from './guard-regression.ts';
import { measureUncertainty } from './measure-uncertainty.ts';
import { placeAmongPlacebos } from './place-among-placebos.ts';
import type { PreparedEvidence } from './prepare-evidence.ts';
import type { RegisteredAction } from './registered-action.ts';
import { seriesEffect } from './series-effect.ts';
import type { DayTally } from './tally-days.ts';
import { type Exposure, tallyEndpoint } from './tally-endpoint.ts';

/** What the layers are computed around: the registered estimate and its windows. */
export interface Registered {
  readonly action: RegisteredAction;
  readonly freeze: Freeze;
  readonly windows: Windows;
  readonly tally: DayTally;
  readonly main: RatioEstimate;
}

/** All layers beside the registered estimate. */
export function estimateLayers(prepared: PreparedEvidence, around: Registered, signals: readonly Signal[]): Layers {
  const { action, freeze, windows, tally, main } = around;
  const { evidence } = prepared;
  const { endpoint, followUp } = freeze;
  const tallyOf = (kinds: readonly IncidentKind[], exposure: Exposure) =>
    tallyEndpoint(prepared, action.id, kinds, followUp.days, exposure);
  const changes = subjectChanges(prepared.changes, action);
  const everywhere = prepared.incidents.filter(({ incident }) => endpoint.includes(incident.kind));
  const others = evidence.actions.filter(({ id }) => id !== action.id).map(({ announcedAt }) => announcedAt);
  const rate = estimateRatio(tally, windows, 'crude');
  const { estimator } = main;
  return {
    rate,
    exactRate: rateRatio(rate.subject.after, rate.subject.before),
    strata: estimateRatio(tally, windows, 'mantel-haenszel'),
    series: seriesEffect(tally, windows),
    control: estimateRatio(tally, windows, 'ratio-of-ratios'),
    guard: guardRegression(tally, windows, estimator, main, signals, freeze.medianLag ?? 0),
    speed: compareSpeed(changes, windows),
    uncertainty: measureUncertainty(changes, subjectIncidents(prepared.incidents, action), windows, evidence.seed),
    kinds: compareKinds(new Map(INCIDENT_KINDS.map((kind) => [kind, tallyOf([kind], 'merged-changes')])), windows),
    placebos: placeAmongPlacebos(tally, windows, estimator, main.ratio, others),
    links: boundLinkError(tally, windows, estimator, main, everywhere, followUp.days, action.id, evidence.seed),
    exposures: {
      deployments: estimateRatio(tallyOf(endpoint, 'deployments'), windows, 'crude'),
      changedLines: estimateRatio(tallyOf(endpoint, 'changed-lines'), windows, 'crude'),
    },
  };
}
