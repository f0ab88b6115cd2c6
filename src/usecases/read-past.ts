import type { Backfill } from '../domain/exposure/backfill.ts';
import type { BackfillPolicy } from '../domain/exposure/backfill-pace.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { GitHubReader, RepositoryName } from '../ports/github.ts';
import { advanceBackfill } from './advance-backfill.ts';
import type { BackfillDeps } from './backfill-page.ts';
import { startBackfill } from './start-backfill.ts';

export interface ReadPastDeps extends BackfillDeps {
  readonly github: BackfillDeps['github'] & Pick<GitHubReader, 'repository'>;
  readonly sleep: (ms: number) => Promise<void>;
}

export interface ReadPastOptions {
  /** ISO 8601 in UTC. */
  readonly since: string;
  readonly policy: BackfillPolicy;
  /** After each page; `waiting` while the rest of an hour is left to others. */
  readonly onProgress: (backfill: Backfill, waiting: boolean) => void;
}

export interface ReadPast {
  readonly repository: Repository;
  readonly backfill: Backfill;
  /** It went on where an earlier run, or the App, had ended. */
  readonly resumed: boolean;
}

/**
 * Reads a repository's past to its end, or until it stops with a reason. A backfill that was begun and reaches as far
 * back goes on; one that reaches less far, or was of another installation, begins again, which changes no row that is there. `null`: no such repository.
 */
export async function readPast(
  deps: ReadPastDeps,
  at: RepositoryName,
  { since, policy, onProgress }: ReadPastOptions,
): Promise<ReadPast | null> {
  const found = await deps.github.repository(at);
  if (found === null) return null;
  const known = await deps.store.repositories.find(found.id);
  const repository = { ...found, installationId: known?.installationId ?? 0 };
  const begun = await deps.store.backfills.find(found.id);
  const resumed =
    begun !== null &&
    begun.installationId === repository.installationId &&
    Date.parse(begun.since) <= Date.parse(since);
  let backfill = resumed ? { ...begun, stopped: null } : await startBackfill(deps, repository, since);
  while (backfill.phase !== 'done' && backfill.stopped === null) {
    const pause = backfill.notBefore === null ? 0 : Date.parse(backfill.notBefore) - deps.clock.now();
    onProgress(backfill, pause > 0);
    if (pause > 0) await deps.sleep(pause);
    backfill = await advanceBackfill(deps, repository, backfill, policy);
  }
  return { repository: found, backfill, resumed };
}
