import type { NewJob } from '../ports/queue.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { AlignExpectationsPayload } from './jobs.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';

/** In the lane of the repository's projects, so that one issue is never written by two at a time. */
export function alignmentJob(
  repository: InstalledRepository,
  what: Omit<AlignExpectationsPayload, 'repository'>,
): NewJob {
  return newJob(
    'align-expectations',
    { repository, ...what },
    { lane: lanes.projects(repository.id), key: 'align', installationId: repository.installationId },
  );
}
