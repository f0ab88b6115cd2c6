import { PRERELEASE_ENVIRONMENT, RELEASE_ENVIRONMENT } from '../domain/exposure/deployment.ts';
import type { InstallationDeps } from './deps.ts';
import type { RecordDeploymentPayload, RecordReleasePayload } from './jobs.ts';

/** Keeps deployments that ended. */
export async function recordDeployment(
  deps: InstallationDeps,
  payloads: readonly RecordDeploymentPayload[],
): Promise<void> {
  await deps.store.transaction((session) => session.deployments.save(payloads.map(({ deployment }) => deployment)));
}

/** Keeps a release as a deployment of the commit that its tag names. */
export async function recordRelease(deps: InstallationDeps, payloads: readonly RecordReleasePayload[]): Promise<void> {
  for (const { repository, id, tag, prerelease, publishedAt } of payloads) {
    const sha = await deps.github.commitNamed(repository, `refs/tags/${tag}`);
    if (sha === null) continue;
    const environment = prerelease ? PRERELEASE_ENVIRONMENT : RELEASE_ENVIRONMENT;
    const { id: repositoryId } = repository;
    await deps.store.transaction((session) =>
      session.deployments.save([
        { repositoryId, kind: 'release', id, environment, sha, state: 'success', at: publishedAt },
      ]),
    );
  }
}
