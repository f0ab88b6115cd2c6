import { INCIDENT_KINDS, type IncidentKind } from '../incident/incident-kind.ts';
import type { RecordCells } from '../record/build-cells.ts';
import { rateRatio } from '../stats/rate-ratio.ts';
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
import type { ResolvedIncident } from './resolve-incidents.ts';
import { seriesEffect } from './series-effect.ts';
import type { DayTally } from './tally-days.ts';
import { type Exposure, tallyEvents, tallyExposure } from './tally-endpoint.ts';

/** What the layers are computed around: the registered estimate and its windows. */
export interface Registered {
  readonly action: RegisteredAction;
  /** What is counted of the changes that it touches, and the incidents that it could have prevented. */
  readonly subject: RecordCells;
  readonly incidents: readonly ResolvedIncident[];
  readonly freeze: Freeze;
  readonly windows: Windows;
  readonly tally: DayTally;
  readonly main: RatioEstimate;
}

/** All layers beside the registered estimate. */
export function estimateLayers(prepared: PreparedEvidence, around: Registered, signals: readonly Signal[]): Layers {
  const { action, subject, incidents, freeze, windows, tally, main } = around;
  const { evidence } = prepared;
  const { endpoint, followUp } = freeze;
  const recount = (exposure: DayTally, kinds: readonly IncidentKind[]) =>
    tallyEvents(exposure, prepared, action.id, kinds, followUp.days);
  const exposedTo = (exposure: Exposure) => recount(tallyExposure(prepared, action.id, exposure), endpoint);
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
    speed: compareSpeed(subject, windows),
    uncertainty: measureUncertainty(subject.cells, incidents, windows, evidence.seed),
    kinds: compareKinds(new Map(INCIDENT_KINDS.map((kind) => [kind, recount(tally, [kind])])), windows),
    placebos: placeAmongPlacebos(tally, windows, estimator, main.ratio, others),
    links: boundLinkError(tally, windows, estimator, main, everywhere, followUp.days, action.id, evidence.seed),
    exposures: {
      deployments: estimateRatio(exposedTo('deployments'), windows, 'crude'),
      changedLines: estimateRatio(exposedTo('changed-lines'), windows, 'crude'),
    },
  };
}
