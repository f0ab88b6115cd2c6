import { NO_CHANGE } from '../domain/attribution/attribution.ts';
import type { Command } from '../domain/command/parse-commands.ts';
import { INCIDENT_CAUSES } from '../domain/incident/incident-cause.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { IncidentJudgement } from '../domain/incident/incident-judgement.ts';
import { INCIDENT_KINDS } from '../domain/incident/incident-kind.ts';
import { readCause, readKind } from '../domain/incident/read-classification.ts';
import { splitValues } from '../domain/incident/read-fields.ts';
import type { CommandPermission, CommandReply } from '../render/comment/command-reply.ts';
import { attributionJob } from './attribution-job.ts';
import { recordAnswers } from './record-answers.ts';
import { type InstallationDeps, isoNow } from './deps.ts';
import { findIncidentToJudge } from './find-incident-to-judge.ts';
import type { CommentPayload } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';

export type JudgingCommand = Extract<Command, { name: 'kind' | 'cause' | 'no-change' }>;

const MOST_CAUSES = 10;

/**
 * `/impact kind`, `cause` and `no-change`: a person says what an incident was. Recorded as fact beside what its source
 * tells, and no later telling undoes it. `null` when it was done and a reaction says enough.
 */
export async function judgeIncident(
  deps: InstallationDeps,
  comment: CommentPayload,
  command: JudgingCommand,
  may: (needs: CommandPermission) => Promise<boolean>,
): Promise<CommandReply | null> {
  const found = await findIncidentToJudge(deps, comment, command.name, may);
  if ('reply' in found) return found.reply;
  const { key, incident } = found;
  const said = await factOf(deps, comment, incident, command);
  if ('allowed' in said) return { code: 'value-not-allowed', command: command.name, allowed: said.allowed };
  const by = comment.author.login;
  if (said.fact === 'no-change') {
    const answer = { unit: NO_CHANGE, verdict: 'confirmed', by, why: said.note } as const;
    await recordAnswers(deps, key, comment.repository, [answer]);
    return null;
  }
  await deps.store.transaction(async (session) => {
    await session.incidents.judge(key, { ...said, by, at: isoNow(deps.clock) });
    await session.outbox.enqueue([attributionJob(key, comment.repository)]);
  });
  return null;
}

type Fact = IncidentJudgement extends infer Judgement
  ? Judgement extends unknown
    ? Omit<Judgement, 'by' | 'at'>
    : never
  : never;

async function factOf(
  deps: InstallationDeps,
  { repository }: CommentPayload,
  { repositoryId }: Incident,
  command: JudgingCommand,
): Promise<Fact | { readonly allowed: readonly string[] }> {
  if (command.name === 'no-change') return { fact: 'no-change', note: command.note };
  if (command.name === 'kind') {
    const kind = readKind(command.value);
    return kind === null ? { allowed: INCIDENT_KINDS } : { fact: 'kind', kind };
  }
  const concerned = repositoryId === null ? null : await deps.store.repositories.find(repositoryId);
  const place = concerned ?? repository;
  const { config } = await loadBaseContext(deps, place, place.defaultBranch);
  const more = config.incidents.causes;
  const causes = splitValues(command.value, MOST_CAUSES).map((value) => readCause(value, more));
  const known = causes.filter((cause) => cause !== null);
  if (known.length === 0 || known.length < causes.length) return { allowed: [...INCIDENT_CAUSES, ...more] };
  return { fact: 'causes', causes: [...new Set(known)] };
}
