import type { NewJob } from '../ports/queue.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { TendPostmortemsPayload } from './jobs.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';

/** Asks for a look at a repository's postmortems; whatever asked for it coalesces. */
export function postmortemsJob(
  repository: InstalledRepository,
  hint: Omit<TendPostmortemsPayload, 'repository'> = {},
): NewJob {
  const { id, installationId } = repository;
  const place = { lane: lanes.postmortems(id), key: 'postmortems', installationId };
  return newJob('tend-postmortems', { repository, ...hint }, place);
}
