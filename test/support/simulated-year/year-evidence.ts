import { NO_CHANGE } from '../../../src/domain/attribution/attribution.ts';
import type { Evidence } from '../../../src/domain/improvement/evidence.ts';
import type { MergedChange } from '../../../src/domain/improvement/merged-change.ts';
import type { ObservedIncident } from '../../../src/domain/improvement/observed-incident.ts';
import { classifySize } from '../../../src/domain/record/classify-size.ts';
import type { GeneratedChange, GeneratedIncident, GeneratedYear } from './generated-year.ts';
import { kindOf } from './tally-year.ts';

const DAY = 86_400_000;

/** The year as the estimates take it on the day after its last merges, without a store: what many seeds are tried with. */
export function yearEvidence({ plan, changes, incidents }: GeneratedYear): Evidence {
  const open = { estimator: null, followUpDays: null, fixedOn: null };
  return {
    changes: changes.map(toMergedChange),
    incidents: incidents.map(toObserved),
    actions: plan.actions.map(({ id, title, day, targets, coverage }) => {
      return { id, title, announcedAt: plan.firstDay + day, targets, measure: coverage, ...open };
    }),
    observedFrom: null,
    today: plan.firstDay + plan.days,
    classifications: [],
    seed: plan.seed,
  };
}

function toMergedChange(change: GeneratedChange): MergedChange {
  const { unit, exposure, openedAt, mergedAt, releasedAt, level, accepted, fate, wasReverted } = change;
  return {
    id: unit,
    author: String(exposure.author.id),
    openedAt: openedAt === null ? null : openedAt / DAY,
    mergedAt: mergedAt / DAY,
    deployedAt: releasedAt / DAY,
    risk: level,
    size: classifySize(exposure),
    changedLines: exposure.additions + exposure.deletions,
    reviewRounds: exposure.reviewRounds,
    statementAccepted: accepted,
    enforced: false,
    blastRadius: exposure.judgement?.blastRadius ?? null,
    monitoring:
      fate?.state === 'done' || fate?.state === 'lapsed'
        ? { endsAt: fate.endsAt / DAY, confirmed: fate.state === 'done' }
        : null,
    reverted: wasReverted,
    followUpFix: false,
    controlFor: [],
    outsideOf: [],
  };
}

function toObserved(incident: GeneratedIncident): ObservedIncident {
  const { report, candidates, decisions, certainty } = incident;
  const decided = decisions.filter(({ unit }) => unit !== NO_CHANGE);
  const judged = new Set(decided.map(({ unit }) => unit));
  const noChange = certainty === 'no-change';
  const links = [
    ...decided.map(({ unit, verdict }) => ({
      changeId: unit,
      probability: verdict === 'confirmed' ? 1 : 0,
      state: verdict,
    })),
    ...candidates
      .filter(({ unit }) => !judged.has(unit))
      .map(({ unit, confidence }) => ({ changeId: unit, probability: confidence, state: 'candidate' as const })),
  ];
  return {
    id: `${report.source}:${report.externalId}`,
    kind: kindOf(incident),
    startedAt: Date.parse(report.startedAt ?? report.reportedAt) / DAY,
    detectedBy: report.detectedBy,
    links: noChange ? [] : links,
    noChange,
    services: report.services,
    glob: null,
  };
}
