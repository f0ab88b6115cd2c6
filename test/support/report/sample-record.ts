import type { IncidentKind } from '../../../src/domain/incident/incident-kind.ts';
import type { CellTraits, ChangeCell, SpeedCell } from '../../../src/domain/record/change-cell.ts';
import type { NamedChange, RecordedIncident, RepositoryRecord } from '../../../src/domain/record/repository-record.ts';
import { COUNTS, DURATIONS, sketchOf } from '../../../src/domain/record/sketch.ts';
import { dayOf } from '../../../src/domain/calendar.ts';

export const REPOSITORY_ID = 7;

export function cellOf(
  day: string,
  traits: Partial<CellTraits> = {},
  counts: Partial<Omit<ChangeCell, 'day' | 'traits'>> = {},
): ChangeCell {
  return {
    day: dayOf(day),
    traits: {
      risk: 'low',
      size: 's',
      authorType: 'user',
      verdict: 'filled',
      status: 'stated',
      accepted: true,
      enforced: false,
      watched: null,
      projects: [],
      controlFor: [],
      outsideOf: [],
      ...traits,
    },
    changes: 1,
    deployments: 0,
    changedLines: 40,
    reverted: 0,
    followUpFixes: 0,
    ...counts,
  };
}

export function speedOf(day: string, hours: readonly number[], projects: readonly string[] = []): SpeedCell {
  const days = hours.map((hour) => hour / 24);
  return {
    day: dayOf(day),
    belonging: { projects, controlFor: [], outsideOf: [] },
    openToMerge: sketchOf(DURATIONS, days),
    mergeToDeploy: sketchOf(
      DURATIONS,
      days.map((one) => one / 4),
    ),
    openToDeploy: sketchOf(
      DURATIONS,
      days.map((one) => one * 1.25),
    ),
    reviewRounds: sketchOf(
      COUNTS,
      hours.map((hour) => 1 + Math.floor(hour / 48)),
    ),
  };
}

interface IncidentFacts {
  readonly title?: string;
  readonly kind?: IncidentKind;
  readonly causes?: readonly string[];
  readonly detectedBy?: string | null;
  readonly certainty?: RecordedIncident['certainty'];
  readonly causedBy?: string | null;
  readonly suspects?: readonly (readonly [unit: string, probability: number])[];
  readonly projects?: readonly string[];
  readonly source?: RecordedIncident['incident']['source'];
  readonly externalId?: string;
  readonly classified?: 'person' | 'source' | 'nobody';
  readonly startedAt?: string | null;
}

export function incidentOf(number: number, at: string, facts: IncidentFacts = {}): RecordedIncident {
  const kind = facts.kind ?? 'incident';
  const classified = facts.classified ?? 'source';
  const certainty = facts.certainty ?? (facts.causedBy ? 'confirmed' : 'unlinked');
  return {
    incident: {
      installationId: 1,
      source: facts.source ?? 'issue',
      externalId: facts.externalId ?? `${REPOSITORY_ID}#${number}`,
      repositoryId: REPOSITORY_ID,
      reportedAt: at,
      url: `https://github.com/acme/shop/issues/${number}`,
      title: facts.title ?? `Checkout fails (${number})`,
      kind: classified === 'nobody' ? null : kind,
      severity: null,
      state: 'resolved',
      startedAt: facts.startedAt === undefined ? at : facts.startedAt,
      detectedAt: at,
      resolvedAt: null,
      detectedBy: facts.detectedBy ?? null,
      causes: facts.causes ?? [],
      services: [],
      paths: [],
      projects: [],
      escaped: [],
      statedCause: null,
      suggestions: { kind: null, causes: [] },
      findings: [],
      toldKind: classified === 'source' ? kind : null,
      judgements: classified === 'person' ? [{ fact: 'kind', kind, by: 'somebody', at }] : [],
      noChange: certainty === 'no-change',
    },
    observed: {
      id: `issue:${REPOSITORY_ID}#${number}`,
      kind,
      startedAt: dayOf(at),
      detectedBy: facts.detectedBy ?? null,
      links: (facts.suspects ?? []).map(([changeId, probability]) => ({ changeId, probability, state: 'candidate' })),
      noChange: certainty === 'no-change',
      services: [],
      glob: null,
    },
    causedBy: facts.causedBy ?? null,
    certainty,
    projects: facts.projects ?? [],
  };
}

export function namedOf(number: number, areas: readonly string[], title = `Change ${number}`): NamedChange {
  return {
    unit: `#${number}`,
    number,
    title,
    projects: [],
    areas,
    change: {
      id: `#${number}`,
      author: '1',
      openedAt: 20_000,
      mergedAt: 20_001,
      deployedAt: null,
      risk: 'low',
      size: 's',
      changedLines: 40,
      reviewRounds: 1,
      statementAccepted: true,
      enforced: false,
      blastRadius: null,
      monitoring: null,
      reverted: false,
      followUpFix: false,
      controlFor: [],
      outsideOf: [],
    },
  };
}

export function recordOf(at: string, facts: Partial<RepositoryRecord> = {}): RepositoryRecord {
  return {
    repositoryId: REPOSITORY_ID,
    cells: [],
    speeds: [],
    atRisk: [],
    incidents: [],
    named: new Map(),
    at,
    ...facts,
  };
}
