import { PRERELEASE_ENVIRONMENT, RELEASE_ENVIRONMENT } from '../domain/exposure/deployment.ts';
import type { InstallationDeps } from './deps.ts';
import type { RecordDeploymentPayload, RecordReleasePayload } from './jobs.ts';
import { findReleasesJob } from './watch-job.ts';

/** Keeps deployments that ended, and asks which changes they brought. */
export async function recordDeployment(
  deps: InstallationDeps,
  payloads: readonly RecordDeploymentPayload[],
): Promise<void> {
  const places = new Map(payloads.map(({ repository }) => [repository.id, repository]));
  const shipped = payloads.filter(({ deployment }) => deployment.state === 'success');
  const concerned = [...places.values()].filter(({ id }) => shipped.some(({ repository }) => repository.id === id));
  await deps.store.transaction(async (session) => {
    await session.deployments.save(payloads.map(({ deployment }) => deployment));
    await session.outbox.enqueue(concerned.map(findReleasesJob));
  });
}

/** Keeps a release as a deployment of the commit that its tag names. */
export async function recordRelease(deps: InstallationDeps, payloads: readonly RecordReleasePayload[]): Promise<void> {
  for (const { repository, id, tag, prerelease, publishedAt } of payloads) {
    const sha = await deps.github.commitNamed(repository, `refs/tags/${tag}`);
    if (sha === null) continue;
    const environment = prerelease ? PRERELEASE_ENVIRONMENT : RELEASE_ENVIRONMENT;
    const { id: repositoryId } = repository;
    await deps.store.transaction(async (session) => {
      await session.deployments.save([
        { repositoryId, kind: 'release', id, environment, sha, state: 'success', at: publishedAt },
      ]);
      await session.outbox.enqueue([findReleasesJob(repository)]);
    });
  }
}
