import { type Backfill, NO_COUNTS } from '../domain/exposure/backfill.ts';
import { FIRST_PAGE } from '../domain/exposure/backfill-pace.ts';
import type { Clock } from '../ports/clock.ts';
import type { GitHub } from '../ports/github.ts';
import type { InstalledRepository, Store } from '../ports/store.ts';
import { isoNow } from './deps.ts';
import { extendMainLine } from './record-push.ts';

export interface StartBackfillDeps {
  readonly github: Pick<GitHub, 'steeringHistory' | 'commitsFrom' | 'commitInFull'>;
  readonly store: Store;
  readonly clock: Clock;
}

/** Begins to read a repository's past, back to `since` (ISO 8601 in UTC): saves where it stands and what steered it. */
export async function startBackfill(
  deps: StartBackfillDeps,
  repository: InstalledRepository,
  since: string,
): Promise<Backfill> {
  const { head, steering, cost } = await deps.github.steeringHistory(repository);
  // The tip first, so that pushes from now on connect to it.
  const pushes = head === null ? [] : await extendMainLine(deps, repository, head, null, 1);
  const now = isoNow(deps.clock);
  const backfill: Backfill = {
    repositoryId: repository.id,
    installationId: repository.installationId,
    since,
    // Also of an empty repository: it may be where others keep their incidents.
    phase: 'issues',
    cursor: null,
    head,
    steering,
    pageSize: FIRST_PAGE,
    expected: null,
    counts: { ...NO_COUNTS, directPushes: pushes.length, points: cost.points },
    notBefore: null,
    failures: 0,
    stopped: null,
    startedAt: now,
    updatedAt: now,
  };
  await deps.store.backfills.save(backfill);
  return backfill;
}
