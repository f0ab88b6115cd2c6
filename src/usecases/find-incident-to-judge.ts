import type { Incident, IncidentKey } from '../domain/incident/incident.ts';
import type { CommandPermission, CommandReply } from '../render/comment/command-reply.ts';
import type { InstallationDeps } from './deps.ts';
import type { CommentPayload } from './jobs.ts';
import { issueKey } from './report-of-issue.ts';

type Place = Pick<CommentPayload, 'repository' | 'number' | 'isPullRequest'>;

/** The incident that is told where a command was given, if its author may judge it; else what to answer. */
export async function findIncidentToJudge(
  { store }: Pick<InstallationDeps, 'store'>,
  comment: Place,
  command: string,
  may: (needs: CommandPermission) => Promise<boolean>,
): Promise<{ readonly key: IncidentKey; readonly incident: Incident } | { readonly reply: CommandReply }> {
  const key = incidentOf(comment);
  const incident = await store.incidents.find(key);
  if (incident === null || incident.state === 'withdrawn') return { reply: { code: 'not-an-incident', command } };
  if (!(await may('write'))) return { reply: { code: 'not-permitted', command, needs: 'write' } };
  return { key, incident };
}

/** A near miss that Hiyari noted from a revert has no issue: it is judged on the pull request that reverted. */
export function incidentOf({ repository, number, isPullRequest }: Place): IncidentKey {
  const key = issueKey(repository, number);
  return isPullRequest ? { ...key, source: 'revert' } : key;
}
