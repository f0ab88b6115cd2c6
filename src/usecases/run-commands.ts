import { type Command, parseCommands } from '../domain/command/parse-commands.ts';
import { INCIDENT_CAUSES } from '../domain/incident/incident-cause.ts';
import { INCIDENT_KINDS } from '../domain/incident/incident-kind.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { PersonalStatement } from '../domain/pull-request/personal-statement.ts';
import type { Permission } from '../ports/github.ts';
import { isLasting } from '../ports/github-error.ts';
import type { CommandPermission, CommandReply } from '../render/comment/command-reply.ts';
import { renderCommandReply } from '../render/comment/render-command-reply.ts';
import { agree } from './agree.ts';
import { confirmWatch } from './confirm-watch.ts';
import { askForPostmortem } from './ask-for-postmortem.ts';
import { contentHash } from './content-hash.ts';
import { decideLink } from './decide-link.ts';
import { type InstallationDeps, isoNow } from './deps.ts';
import { findOurComment } from './find-ours.ts';
import type { CommentPayload } from './jobs.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';
import { judgeIncident } from './judge-incident.ts';
import { loadBaseContext } from './load-base-context.ts';
import { registerByCommand } from './register-postmortem-action.ts';
import { isAtLeast } from './is-at-least.ts';

/**
 * Carries out the `/impact …` lines of comments. Every command is answered: with a reaction, and with a reply where
 * something has to be said. A comment is marked as done after its answer, so a retry repeats only what can bear it.
 */
export async function runCommands(deps: InstallationDeps, payloads: readonly CommentPayload[]): Promise<void> {
  const botId = await deps.app.botUserId();
  for (const comment of payloads) {
    if (comment.author.id === botId || comment.author.type === 'bot') continue;
    const commands = parseCommands(comment.body);
    const id = `comment:${comment.commentId}:${contentHash(comment.body)}`;
    if (commands.length === 0 || (await deps.store.doneCommands.has(comment.repository.id, id))) continue;
    const replies = await carryOut(deps, comment, commands);
    await answer(deps, comment, replies).catch((error: unknown) => giveUpAnswering(deps, comment, error));
    await deps.store.doneCommands.mark(comment.repository.id, id, deps.clock.now());
  }
}

async function carryOut(
  deps: InstallationDeps,
  comment: CommentPayload,
  commands: readonly Command[],
): Promise<readonly CommandReply[]> {
  const { repository, number, author } = comment;
  const pullRequest = comment.isPullRequest ? await deps.github.pullRequest(repository, number) : null;
  let permission: Permission | null = null;
  const may = async (needs: CommandPermission): Promise<boolean> => {
    if (needs === 'author-or-write' && pullRequest?.author.id === author.id) return true;
    permission ??= await deps.github.permission(repository, author.login);
    return isAtLeast(permission, needs === 'maintain' ? 'maintain' : 'write');
  };
  const replies: CommandReply[] = [];
  for (const command of commands) {
    const reply = await carryOutOne(deps, comment, pullRequest, command, may);
    if (reply !== null) replies.push(reply);
  }
  return replies;
}

/** `null` when it was done and a reaction says enough. */
async function carryOutOne(
  deps: InstallationDeps,
  comment: CommentPayload,
  pullRequest: PullRequest | null,
  command: Command,
  may: (needs: CommandPermission) => Promise<boolean>,
): Promise<CommandReply | null> {
  const { repository, author } = comment;
  switch (command.name) {
    case 'help':
      return { code: 'help' };
    case 'invalid':
      return refuseInvalid(command);
    case 'kind':
    case 'cause':
    case 'no-change':
      return judgeIncident(deps, comment, command, may);
    case 'link':
    case 'unlink':
      return decideLink(deps, comment, command, may);
    case 'monitored':
      return confirmWatch(deps, comment, command.note, may);
    case 'postmortem':
      return askForPostmortem(deps, comment, command.project, may);
    case 'action':
      return registerByCommand(deps, comment, command.id, may);
    case 'agree':
      return agree(deps, comment);
    case 'none':
    case 'recheck':
    case 'override':
      break;
  }
  if (pullRequest === null) return { code: 'not-a-pull-request', command: command.name };
  if (pullRequest.state === 'closed') return { code: 'closed', command: command.name };
  const needs = command.name === 'override' ? 'maintain' : 'author-or-write';
  if (!(await may(needs))) return { code: 'not-permitted', command: command.name, needs };
  if (command.name === 'none' && command.reason === '' && (await reasonIsRequired(deps, repository, pullRequest))) {
    return { code: 'reason-required', command: 'none' };
  }
  const said = await statementOf(deps, repository.id, pullRequest, command, author.login);
  await deps.store.transaction(async (session) => {
    if (said !== null) await session.personalStatements.save(repository.id, pullRequest.number, said);
    await session.outbox.enqueue([
      newJob(
        'check-pull-request',
        { repository, number: pullRequest.number, pullRequest, because: 'recheck', sender: author },
        {
          lane: lanes.pullRequest(repository.id, pullRequest.number),
          key: 'check',
          installationId: repository.installationId,
        },
      ),
    ]);
  });
  return null;
}

function refuseInvalid(command: Extract<Command, { name: 'invalid' }>): CommandReply {
  const { text, problem, suggestion } = command;
  if (problem === 'reason-needed') return { code: 'reason-required', command: 'override' };
  if (problem === 'value-needed') return { code: 'value-not-allowed', command: text, allowed: valuesOf(text) };
  if (problem === 'number-needed') return { code: 'number-needed', command: text };
  return { code: 'unknown-command', command: text, ...(suggestion === undefined ? {} : { didYouMean: suggestion }) };
}

function valuesOf(command: string): readonly string[] {
  return /^kind/i.test(command) ? INCIDENT_KINDS : INCIDENT_CAUSES;
}

async function reasonIsRequired(
  deps: InstallationDeps,
  repository: CommentPayload['repository'],
  { base }: PullRequest,
): Promise<boolean> {
  const { config } = await loadBaseContext(deps, repository, base.ref);
  return config.statement.none.reason === 'required';
}

async function statementOf(
  deps: InstallationDeps,
  repositoryId: number,
  { number }: PullRequest,
  command: Extract<Command, { name: 'none' | 'recheck' | 'override' }>,
  by: string,
): Promise<PersonalStatement | null> {
  const at = isoNow(deps.clock);
  if (command.name === 'recheck') return null;
  if (command.name === 'none') return { kind: 'none', by, reason: command.reason, at };
  const opinion = await deps.store.opinions.find(repositoryId, number);
  return { kind: 'override', by, reason: command.reason, level: opinion?.assessment.level ?? 'low', at };
}

/** A reaction always; a reply where there is something to say, found again by its marker when a retry answers twice. */
async function answer(
  deps: InstallationDeps,
  comment: CommentPayload,
  replies: readonly CommandReply[],
): Promise<void> {
  const { repository, number, commentId } = comment;
  const failed = replies.some(({ code }) => code !== 'help');
  await deps.github.react(repository, commentId, failed ? 'confused' : '+1');
  if (replies.length === 0) return;
  const pullRequest = await deps.store.pullRequests.find(repository.id, number);
  const { config } = await loadBaseContext(deps, repository, pullRequest?.base.ref ?? repository.defaultBranch);
  const key = String(commentId);
  const body = renderCommandReply(replies, key, config.locale);
  const ours = await findOurComment(deps, repository, number, { kind: 'reply', key });
  if (ours === null) await deps.github.createComment(repository, number, body);
  else if (ours.body !== body) await deps.github.updateComment(repository, ours.id, body);
}

/** A comment that was deleted meanwhile, or a conversation that was locked, must not keep its pull request waiting. */
function giveUpAnswering({ log }: InstallationDeps, { repository, commentId }: CommentPayload, error: unknown): void {
  if (!isLasting(error)) throw error;
  log.warn({ repositoryId: repository.id, commentId, err: error }, 'a command was carried out but cannot be answered');
}
