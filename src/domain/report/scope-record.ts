import type { RepositoryRecord } from '../record/repository-record.ts';
import { dayOf } from '../calendar.ts';

/** The part of a record that a report looks at: one project, or everything, and nothing after `to`. */
export function scopeRecord(record: RepositoryRecord, projectId: string | null, to: string): RepositoryRecord {
  const end = dayOf(to);
  const within = ({ projects }: { readonly projects: readonly string[] }) =>
    projectId === null || projects.includes(projectId);
  return {
    ...record,
    cells: record.cells.filter((cell) => cell.day < end && within(cell.traits)),
    speeds: record.speeds.filter((cell) => cell.day < end && within(cell.belonging)),
    atRisk: record.atRisk.filter(({ traits }) => within(traits.belonging)),
    incidents: record.incidents.filter((incident) => incident.observed.startedAt < end && within(incident)),
  };
}
