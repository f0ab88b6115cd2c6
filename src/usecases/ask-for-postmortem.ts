import { foldWords } from '../domain/project/compile-projects.ts';
import { suggest } from '../config/suggest.ts';
import type { CommandPermission, CommandReply } from '../render/comment/command-reply.ts';
import { type InstallationDeps, isoNow } from './deps.ts';
import type { CommentPayload } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';
import { postmortemsJob } from './postmortems-job.ts';

/**
 * `/impact postmortem NAME`: somebody with write access says that a project needs one. `NAME` is its id or its title, as
 * people type. `null` when it was asked for and a reaction says enough.
 */
export async function askForPostmortem(
  deps: InstallationDeps,
  { repository, number, commentId }: CommentPayload,
  name: string,
  may: (needs: CommandPermission) => Promise<boolean>,
): Promise<CommandReply | null> {
  const command = 'postmortem';
  if (!(await may('write'))) return { code: 'not-permitted', command, needs: 'write' };
  const { config } = await loadBaseContext(deps, repository, repository.defaultBranch);
  if (config.projects.length === 0) return { code: 'no-projects', command };
  const asked = foldWords(name);
  const project = config.projects.find(({ id, title }) => foldWords(id) === asked || foldWords(title) === asked);
  if (project === undefined) {
    const allowed = config.projects.map(({ id }) => id);
    return { code: 'unknown-project', command, name, ...(name !== '' && suggest(name, allowed)), allowed };
  }
  const at = isoNow(deps.clock);
  const hint = { asked: { projectId: project.id, number, commentId, at } };
  await deps.store.outbox.enqueue([postmortemsJob(repository, hint)]);
  return null;
}
