import { pullRequestUnit } from '../domain/exposure/exposure.ts';
import { MAX_NOTE } from '../domain/monitoring/watch.ts';
import type { CommandPermission, CommandReply } from '../render/comment/command-reply.ts';
import { parseWatchBox } from '../render/comment/watch-box.ts';
import { type InstallationDeps, isoNow } from './deps.ts';
import type { CommentPayload } from './jobs.ts';
import { isAtLeast } from './is-at-least.ts';
import { watchJob } from './watch-job.ts';

/** `/impact monitored [what was seen]`. `null` when it was done and a reaction says enough. */
export async function confirmWatch(
  deps: InstallationDeps,
  comment: CommentPayload,
  note: string,
  may: (needs: CommandPermission) => Promise<boolean>,
): Promise<CommandReply | null> {
  const { repository, number, isPullRequest } = comment;
  const command = 'monitored';
  if (!isPullRequest) return { code: 'not-a-pull-request', command };
  if (!(await may('author-or-write'))) return { code: 'not-permitted', command, needs: 'author-or-write' };
  const window = await deps.store.windows.find(repository.id, pullRequestUnit(number));
  if (window === null) return { code: 'not-watched', command };
  if (window.state === 'incident' || window.state === 'reverted') return { code: 'watch-over', command };
  // When it was said counts, not when we heard of it: we may have been down.
  const at = comment.at ?? isoNow(deps.clock);
  const fact = { kind: 'confirmed' as const, at, note: note.slice(0, MAX_NOTE).toWellFormed() };
  await deps.store.outbox.enqueue([watchJob(repository, number, { facts: [fact] })]);
  return null;
}

/**
 * The box under our comment on a released change; false when the comment is no such one of ours. Whoever edited the
 * comment speaks: the author of the change, or somebody with write access. Whatever else was edited is written back.
 */
export async function tickWatchBox(deps: InstallationDeps, edit: CommentPayload): Promise<boolean> {
  const { repository, number, commentId, author, body } = edit;
  const watch = await deps.store.watches.find(repository.id, pullRequestUnit(number));
  if (watch === null || watch.comment?.id !== commentId) return false;
  const window = await deps.store.windows.find(repository.id, watch.unit);
  const ticked = parseWatchBox(body);
  const isTicked = window?.state === 'done' || (window?.state === 'lapsed' && watch.confirmation !== null);
  const isOpen = window?.state === 'open' || window?.state === 'done' || window?.state === 'lapsed';
  const changes = isOpen && ticked !== null && ticked !== isTicked && (await maySpeak(deps, edit));
  const at = edit.at ?? isoNow(deps.clock);
  const fact = ticked === true ? { kind: 'confirmed' as const, at, note: '' } : { kind: 'unconfirmed' as const };
  await deps.store.outbox.enqueue([watchJob(repository, number, { facts: changes ? [fact] : [], again: true })]);
  deps.log.info({ repositoryId: repository.id, number, by: author.login, changes }, 'box of a window edited');
  return true;
}

async function maySpeak(deps: InstallationDeps, { repository, number, author }: CommentPayload): Promise<boolean> {
  const pullRequest = await deps.store.pullRequests.find(repository.id, number);
  if (pullRequest?.author.id === author.id) return true;
  return isAtLeast(await deps.github.permission(repository, author.login), 'write');
}
