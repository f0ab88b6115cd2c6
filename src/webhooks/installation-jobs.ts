import type { NewJob } from '../ports/queue.ts';
import { lanes } from '../usecases/lanes.ts';
import { newJob } from '../usecases/new-job.ts';

/** Asks GitHub what the installation covers: payloads leave out the default branch. */
export function registerJob(installationId: number): NewJob {
  return newJob(
    'register-installation',
    { installationId },
    { lane: lanes.installation(installationId), key: 'register', installationId },
  );
}

export function removeJob(installationId: number, repositoryIds: readonly number[]): NewJob {
  return newJob(
    'remove-repositories',
    { installationId, repositoryIds },
    { lane: lanes.installation(installationId), key: 'remove', installationId },
  );
}
