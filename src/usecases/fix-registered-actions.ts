import { dayOf } from '../domain/calendar.ts';
import type { Config } from '../config/config.ts';
import { type FixedAction, fixActions } from '../domain/improvement/fix-actions.ts';
import { toEvidence } from '../domain/record/to-evidence.ts';
import type { Clock } from '../ports/clock.ts';
import type { InstalledRepository, Store } from '../ports/store.ts';
import { isoNow } from './deps.ts';
import { loadActions } from './load-actions.ts';
import { type LoadRecordDeps, loadRecord } from './load-record.ts';

export interface FixRegisteredActionsDeps {
  readonly store: LoadRecordDeps['store'] & Pick<Store, 'actions' | 'backfills'>;
  readonly clock: Clock;
}

/**
 * Writes estimator and follow-up into the registrations whose data can be read by now, once and for all. It waits for
 * the past to be read whole: half of it would fix another length.
 */
export async function fixRegisteredActions(
  deps: FixRegisteredActionsDeps,
  repository: InstalledRepository,
  config: Config,
): Promise<readonly FixedAction[]> {
  const { store, clock } = deps;
  const now = isoNow(clock);
  const open = new Set(
    (await store.actions.all(repository.id))
      .filter(({ action }) => action.fixedOn === null && action.announcedAt <= dayOf(now))
      .map(({ action }) => action.id),
  );
  if (open.size === 0) return [];
  const backfill = await store.backfills.find(repository.id);
  if (backfill !== null && backfill.phase !== 'done') return [];
  const record = await loadRecord(deps, repository, config, now);
  const { actions } = await loadActions(store, repository.id, config);
  const written: FixedAction[] = [];
  for (const action of fixActions(toEvidence(record, actions))) {
    if (open.has(action.id) && (await store.actions.fix(repository.id, action))) written.push(action);
  }
  return written;
}
