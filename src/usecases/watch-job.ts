import type { NewJob } from '../ports/queue.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { WatchFact } from './jobs.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';

/** Asks for another look at the watching of a merged pull request, in its lane; whatever asked for it coalesces. */
export function watchJob(
  repository: InstalledRepository,
  number: number,
  {
    facts = [],
    runAt,
    again = false,
  }: {
    readonly facts?: readonly WatchFact[];
    readonly runAt?: number;
    readonly again?: boolean;
  } = {},
): NewJob {
  const { id, installationId } = repository;
  return newJob(
    'watch-change',
    { repository, number, facts, ...(again && { again }) },
    {
      lane: lanes.pullRequest(id, number),
      key: 'watch',
      installationId,
      ...(runAt !== undefined && { runAt }),
    },
  );
}

/** Asks for a look at what was shipped: after pushes, so that the main line holds them. */
export function findReleasesJob(repository: InstalledRepository): NewJob {
  const { id, installationId } = repository;
  return newJob('find-releases', { repository }, { lane: lanes.mainLine(id), key: 'releases', installationId });
}

/** Asks to tell an author's open pull requests how many windows are open now. */
export function recountJob(repository: InstalledRepository, watcherId: number): NewJob {
  const { id, installationId } = repository;
  return newJob(
    'recount-windows',
    { repository, watcherId },
    { lane: lanes.repository(id), key: `windows:${watcherId}`, installationId },
  );
}
