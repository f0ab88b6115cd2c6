import { CONFIG_PATH, isBaseFile } from './base-context.ts';
import type { InstallationDeps } from './deps.ts';
import type { NoticePushPayload } from './jobs.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { fullName } from '../domain/pull-request/full-name.ts';

/**
 * A push to a branch: when it touches the configuration or a template, what we know of the branch is dropped and its
 * open pull requests are judged again. A push whose paths are not all listed counts as touching everything.
 */
export async function noticePush(deps: InstallationDeps, payloads: readonly NoticePushPayload[]): Promise<void> {
  for (const { repository, branch, paths } of payloads) {
    await noticePostmortems(deps, repository, branch, paths);
    if (paths !== null && !paths.some(isBaseFile)) continue;
    await deps.store.baseFiles.drop(repository.id, branch);
    const ownConfig = paths === null || paths.includes(CONFIG_PATH);
    if (ownConfig && branch === repository.defaultBranch) {
      await deps.store.remoteFiles.dropFrom(repository.installationId, fullName(repository));
    }
    const place = {
      lane: lanes.repository(repository.id),
      key: 'sweep',
      installationId: repository.installationId,
    };
    await deps.store.outbox.enqueue([newJob('sweep-repository', { repository, because: 'config' }, place)]);
  }
}

const MAY_BE_POSTMORTEM = /\.(?:md|markdown)$/i;

/**
 * Which of them are postmortems, the configuration says; it is read later, when it may be a newer one. Where not all
 * paths are told, and where the configuration itself is among them, every file is looked for.
 */
async function noticePostmortems(
  deps: InstallationDeps,
  repository: InstalledRepository,
  branch: string,
  paths: readonly string[] | null,
): Promise<void> {
  if (branch !== repository.defaultBranch) return;
  const every = paths === null || paths.includes(CONFIG_PATH);
  const files = paths?.filter((path) => MAY_BE_POSTMORTEM.test(path)) ?? [];
  if (!every && files.length === 0) return;
  await deps.store.outbox.enqueue([
    newJob(
      'read-postmortems',
      { repository, paths: every ? null : files },
      { lane: lanes.repository(repository.id), key: 'postmortems', installationId: repository.installationId },
    ),
  ]);
}
