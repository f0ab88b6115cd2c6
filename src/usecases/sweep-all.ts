import type { NewJob } from '../ports/queue.ts';
import type { RepositoryStore } from '../ports/store.ts';
import type { SweepRepositoryPayload } from './jobs.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';

export interface SweepAllDeps {
  readonly store: {
    readonly repositories: Pick<RepositoryStore, 'all'>;
    readonly outbox: { readonly enqueue: (jobs: readonly NewJob[]) => Promise<void> };
  };
}

/** Asks for a sweep of every repository that the app is installed on. */
export async function sweepAll(deps: SweepAllDeps, because: SweepRepositoryPayload['because']): Promise<void> {
  const repositories = await deps.store.repositories.all();
  await deps.store.outbox.enqueue(
    repositories.map((repository) =>
      newJob(
        'sweep-repository',
        { repository, because },
        { lane: lanes.repository(repository.id), key: 'sweep', installationId: repository.installationId },
      ),
    ),
  );
}
