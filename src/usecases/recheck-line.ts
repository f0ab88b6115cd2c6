import type { Project } from '../domain/project/project.ts';
import type { InstalledRepository, Outbox, PullRequestStore } from '../ports/store.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';

export interface LineDeps {
  readonly store: { readonly pullRequests: Pick<PullRequestStore, 'openNumbers' | 'find'>; readonly outbox: Outbox };
}

/**
 * The line of a project stops or is released: the checks of all open pull requests are published again. Their opinions
 * stay as they are, so GitHub is asked for nothing, and a check that says the same is not written.
 */
export async function recheckLine(
  { store }: LineDeps,
  repository: InstalledRepository,
  project: Pick<Project, 'stopTheLine'> | null,
): Promise<void> {
  if (project !== null && project.stopTheLine === 'off') return;
  const { id, installationId } = repository;
  const heads = new Set<string>();
  for (const number of await store.pullRequests.openNumbers(id)) {
    const pullRequest = await store.pullRequests.find(id, number);
    if (pullRequest !== null) heads.add(pullRequest.head.sha);
  }
  await store.outbox.enqueue(
    [...heads].map((headSha) =>
      newJob(
        'publish-check',
        { repository, headSha },
        { lane: lanes.commit(id, headSha), key: 'publish', installationId },
      ),
    ),
  );
}
