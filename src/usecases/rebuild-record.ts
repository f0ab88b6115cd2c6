import type { Config } from '../config/config.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { type RefreshRecordDeps, refreshRecord } from './refresh-record.ts';

/** The last day that a database's integer holds; in milliseconds it is further than any date. */
const LAST_DAY = 2 ** 31 - 1;

/** Forgets what was counted and counts everything again. A kill in between leaves the rest marked. */
export async function rebuildRecord(
  deps: RefreshRecordDeps,
  repository: InstalledRepository,
  config: Config,
): Promise<{ readonly days: number; readonly incidents: number }> {
  await deps.store.transaction((session) => session.records.forget(repository.id));
  await refreshRecord(deps, repository, config);
  const days = await deps.store.records.days(repository.id, LAST_DAY);
  const incidents = await deps.store.records.incidents(repository.id, Number.MAX_SAFE_INTEGER);
  return { days: days.length, incidents: incidents.length };
}
