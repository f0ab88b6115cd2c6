import { dayOf } from '../domain/calendar.ts';
import type { Config } from '../config/config.ts';
import type { RepositoryRecord } from '../domain/record/repository-record.ts';
import { tieIncidents } from '../domain/record/tie-incidents.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { type RefreshRecordDeps, refreshRecord } from './refresh-record.ts';

export type LoadRecordDeps = RefreshRecordDeps;

/** All that is counted of a repository up to `at` (ISO 8601), with what its configuration says now. */
export async function loadRecord(
  deps: LoadRecordDeps,
  repository: InstalledRepository,
  config: Config,
  at: string,
): Promise<RepositoryRecord> {
  await refreshRecord(deps, repository, config);
  const today = dayOf(at);
  const { named: all, ...counts } = await deps.store.records.counted(repository.id, Math.floor(today));
  const named = new Map(all.filter(({ change }) => change.mergedAt < today).map((one) => [one.unit, one] as const));
  const incidents = await deps.store.records.incidents(repository.id, Date.parse(at));
  return {
    repositoryId: repository.id,
    ...counts,
    incidents: tieIncidents(incidents, named, today),
    named,
    at,
  };
}
