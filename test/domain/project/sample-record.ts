import type { IncidentKind } from '../../../src/domain/incident/incident-kind.ts';
import type { WindowState } from '../../../src/domain/monitoring/monitoring-window.ts';
import type { Belonging, ChangeCell, SpeedCell } from '../../../src/domain/record/change-cell.ts';
import type { NamedChange, RecordedIncident, RepositoryRecord } from '../../../src/domain/record/repository-record.ts';
import { COUNTS, DURATIONS, sketchOf } from '../../../src/domain/record/sketch.ts';
import { sampleReport } from '../incident/samples.ts';

/** Noon of 2026-11-24. */
export const NOW = '2026-11-24T12:00:00.000Z';
export const TODAY = Math.floor(Date.parse(NOW) / 86_400_000);

export interface SampleChanges {
  /** Days before today. */
  readonly ago: number;
  readonly changes?: number;
  readonly projects?: readonly string[];
  readonly watched?: WindowState | null;
  readonly reverted?: number;
  /** Days from opening to merge, one a change. */
  readonly waits?: readonly number[];
  readonly deployed?: readonly number[];
  readonly rounds?: readonly number[];
}

export interface SampleIncident {
  readonly ago: number;
  readonly kind: IncidentKind;
  readonly projects?: readonly string[];
  readonly causes?: readonly string[];
  /** The unit that caused it. */
  readonly causedBy?: string | null;
}

function belonging(projects: readonly string[]): Belonging {
  return { projects, controlFor: [], outsideOf: [] };
}

/** A record as hand-counted numbers describe it. */
export function sampleRecord(
  changes: readonly SampleChanges[],
  incidents: readonly SampleIncident[] = [],
  named: readonly NamedChange[] = [],
): RepositoryRecord {
  const inOrder = [...changes].sort((a, b) => b.ago - a.ago);
  return {
    repositoryId: 1,
    cells: inOrder.map(toCell),
    speeds: inOrder.map(toSpeed),
    atRisk: [],
    incidents: [...incidents].sort((a, b) => b.ago - a.ago).map(toIncident),
    named: new Map(named.map((one) => [one.unit, one])),
    at: NOW,
  };
}

function toCell({
  ago,
  changes = 1,
  projects = ['refactor'],
  watched = null,
  reverted = 0,
}: SampleChanges): ChangeCell {
  return {
    day: TODAY - ago,
    traits: {
      ...belonging(projects),
      risk: 'low',
      size: 's',
      authorType: 'user',
      verdict: 'filled',
      status: 'stated',
      accepted: true,
      enforced: false,
      watched,
    },
    changes,
    deployments: 0,
    changedLines: 10 * changes,
    reverted,
    followUpFixes: 0,
  };
}

function toSpeed({ ago, projects = ['refactor'], waits = [], deployed = [], rounds = [] }: SampleChanges): SpeedCell {
  return {
    day: TODAY - ago,
    belonging: belonging(projects),
    openToMerge: sketchOf(DURATIONS, waits),
    mergeToDeploy: [],
    openToDeploy: sketchOf(DURATIONS, deployed),
    reviewRounds: sketchOf(COUNTS, rounds),
  };
}

function toIncident(
  { ago, kind, projects = ['refactor'], causes = [], causedBy = null }: SampleIncident,
  at: number,
): RecordedIncident {
  const { body: _, ...report } = sampleReport({ externalId: `${at}`, kind, causes });
  return {
    incident: { ...report, toldKind: report.kind, judgements: [], noChange: false },
    observed: {
      id: `${at}`,
      kind,
      startedAt: TODAY - ago + 0.25,
      detectedBy: null,
      links: [],
      noChange: false,
      services: [],
      glob: null,
    },
    causedBy,
    certainty: causedBy === null ? 'unlinked' : 'confirmed',
    projects,
  };
}

export function namedChange(
  unit: string,
  ago: number,
  changes: Partial<NamedChange> & { reverted?: boolean } = {},
): NamedChange {
  const { reverted = false, ...rest } = changes;
  return {
    unit,
    number: Number(unit.slice(1)),
    title: `Change ${unit}`,
    projects: ['refactor'],
    areas: ['app'],
    change: {
      id: unit,
      author: '1',
      openedAt: TODAY - ago - 1,
      mergedAt: TODAY - ago,
      deployedAt: null,
      risk: 'low',
      size: 's',
      changedLines: 10,
      reviewRounds: 1,
      statementAccepted: true,
      enforced: false,
      blastRadius: null,
      monitoring: null,
      reverted,
      followUpFix: false,
      controlFor: [],
      outsideOf: [],
    },
    ...rest,
  };
}
