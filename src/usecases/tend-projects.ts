import { alignProjects } from './align-expectations.ts';
import type { InstallationDeps } from './deps.ts';
import { fixRegisteredActions } from './fix-registered-actions.ts';
import type { TendProjectsPayload } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';
import { refreshMembers } from './refresh-members.ts';
import { refreshRecord } from './refresh-record.ts';
import { registerActions } from './register-actions.ts';

/**
 * Brings what is known of a repository's projects up to date, registers its new actions, counts what has changed, and fixes
 * how actions are estimated.
 */
export async function tendProjects(deps: InstallationDeps, payloads: readonly TendProjectsPayload[]): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository } = last;
  const { config } = await loadBaseContext(deps, repository, repository.defaultBranch);
  await refreshMembers(deps, repository.installationId, config.projects);
  await registerActions(deps, repository, config);
  await refreshRecord(deps, repository, config);
  await fixRegisteredActions(deps, repository, config);
  await alignProjects(deps, repository, config);
}
