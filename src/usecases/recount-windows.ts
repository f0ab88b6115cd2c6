import type { InstallationDeps } from './deps.ts';
import type { RecountWindowsPayload } from './jobs.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';

/** An author's windows opened or closed: what the checks of their open pull requests say of them is said again. */
export async function recountWindows(
  deps: InstallationDeps,
  payloads: readonly RecountWindowsPayload[],
): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository, watcherId } = last;
  const heads = new Set<string>();
  for (const number of await deps.store.pullRequests.openNumbers(repository.id)) {
    const pullRequest = await deps.store.pullRequests.find(repository.id, number);
    if (pullRequest?.author.id === watcherId) heads.add(pullRequest.head.sha);
  }
  await deps.store.outbox.enqueue(
    [...heads].map((headSha) =>
      newJob(
        'publish-check',
        { repository, headSha },
        { lane: lanes.commit(repository.id, headSha), key: 'publish', installationId: repository.installationId },
      ),
    ),
  );
}
