import type { Command } from '../domain/command/parse-commands.ts';
import type { CommandPermission, CommandReply } from '../render/comment/command-reply.ts';
import type { InstallationDeps } from './deps.ts';
import { findChange, nameOfChange } from './find-change.ts';
import { findIncidentToJudge } from './find-incident-to-judge.ts';
import { fullName } from '../domain/pull-request/full-name.ts';
import type { CommentPayload } from './jobs.ts';
import { recordAnswers } from './record-answers.ts';

export type LinkingCommand = Extract<Command, { name: 'link' | 'unlink' }>;

/** `/impact link #N` and `unlink #N [why]` on an incident. `null` when it was done and a reaction says enough. */
export async function decideLink(
  deps: InstallationDeps,
  comment: CommentPayload,
  command: LinkingCommand,
  may: (needs: CommandPermission) => Promise<boolean>,
): Promise<CommandReply | null> {
  const found = await findIncidentToJudge(deps, comment, command.name, may);
  if ('reply' in found) return found.reply;
  const { key, incident } = found;
  const { repository: tracker, author } = comment;
  const { repositoryId } = incident;
  const repository =
    repositoryId === null || repositoryId === tracker.id ? tracker : await deps.store.repositories.find(repositoryId);
  const named = command.repository;
  const isThere = named === undefined || fullName(repository ?? tracker).toLowerCase() === named.toLowerCase();
  const change = repository === null || !isThere ? null : await findChange(deps, repository, command.number);
  if (change === null) return { code: 'no-such-change', command: command.name, number: command.number };
  const verdict = command.name === 'link' ? 'confirmed' : 'rejected';
  const answer = { unit: nameOfChange(change), verdict, by: author.login, why: command.note } as const;
  await recordAnswers(deps, key, tracker, [answer]);
  return null;
}
