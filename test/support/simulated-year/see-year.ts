import type { WindowState } from '../../../src/domain/monitoring/monitoring-window.ts';
import type { RepositoryRecord } from '../../../src/domain/record/repository-record.ts';
import { DURATIONS, mergeSketches, sketchQuantile, sketchSize } from '../../../src/domain/record/sketch.ts';
import type { Store } from '../../../src/ports/store.ts';
import { type Counts, count, incidentKeys } from './tally-year.ts';
import { REPOSITORY } from './year-plan.ts';

/** The same as `YearTally`, read from what the App counted and kept. */
export interface SeenYear {
  readonly changes: number;
  readonly changesBy: Counts;
  readonly windows: Counts;
  readonly deployments: Counts;
  readonly carrying: number;
  readonly incidents: Counts;
  readonly certainty: Counts;
  readonly leadTimes: { readonly known: number; readonly at: (share: number) => number | null };
}

const EVER = { from: 0, to: Number.MAX_SAFE_INTEGER } as const;

export async function seeYear(store: Store, record: RepositoryRecord): Promise<SeenYear> {
  const windows = await store.windows.inPeriod(REPOSITORY.id, EVER);
  const deployments = await store.deployments.inPeriod(REPOSITORY.id, null, EVER);
  const leadTimes = mergeSketches(record.speeds.map(({ openToDeploy }) => openToDeploy));
  return {
    changes: record.cells.reduce((sum, { changes }) => sum + changes, 0),
    changesBy: countCells(record),
    windows: count(windows.map(({ state }): WindowState => state)),
    deployments: count(deployments.map(({ environment, state }) => `${environment} ${state}`)),
    carrying: Math.round(record.cells.reduce((sum, cell) => sum + cell.deployments, 0)),
    incidents: count(
      record.incidents.flatMap(({ incident, observed, projects }) => {
        return incidentKeys(observed.kind, incident.causes, projects);
      }),
    ),
    certainty: count(record.incidents.map(({ certainty }) => certainty)),
    leadTimes: {
      known: sketchSize(leadTimes),
      at: (share) => sketchQuantile(DURATIONS, leadTimes, share),
    },
  };
}

function countCells({ cells }: RepositoryRecord): Counts {
  const counts = new Map<string, number>();
  for (const { traits, changes } of cells) {
    const { risk, verdict, accepted, projects } = traits;
    const keys = [
      `risk ${risk}`,
      `verdict ${verdict}`,
      `accepted ${accepted}`,
      ...projects.map((id) => `project ${id}`),
    ];
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + changes);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
