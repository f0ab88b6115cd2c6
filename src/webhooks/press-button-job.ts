import { z } from 'zod';
import type { NewJob } from '../ports/queue.ts';
import type { PressButtonPayload } from '../usecases/jobs.ts';
import { lanes } from '../usecases/lanes.ts';
import { newJob } from '../usecases/new-job.ts';

/** The pull requests that a check names: also those of forks that share the commit. */
export const pullRequestReferences = z
  .array(z.object({ number: z.number(), base: z.object({ repo: z.object({ id: z.number() }) }) }))
  .default([]);

/** Those of this repository. */
export function numbersIn(references: z.output<typeof pullRequestReferences>, repositoryId: number): readonly number[] {
  return references.filter(({ base }) => base.repo.id === repositoryId).map(({ number }) => number);
}

export function pressButtonJob(payload: PressButtonPayload): NewJob {
  const { repository, headSha } = payload;
  return newJob('press-button', payload, {
    lane: lanes.commit(repository.id, headSha),
    key: 'press',
    installationId: repository.installationId,
  });
}
