import { findReferences } from '../domain/attribution/find-references.ts';
import type { IncidentKey, IncidentReport } from '../domain/incident/incident.ts';
import { hasIncidentLabel } from '../domain/incident/listens-to.ts';
import { type IssueText, readIssueIncident } from '../domain/incident/read-issue-incident.ts';
import { fullName } from '../domain/pull-request/full-name.ts';
import type { Listener } from './find-listeners.ts';

/** What names an issue's incident. The repository's id is in it: names change. */
export function issueKey(
  repository: { readonly id: number; readonly installationId: number },
  number: number,
): IncidentKey {
  return { installationId: repository.installationId, source: 'issue', externalId: `${repository.id}#${number}` };
}

/**
 * What an issue tells those who listen to its tracker. `null`: it has none of the labels that they listen for. It is
 * the same whether an event, the sweep or the backfill has brought it.
 */
export function reportOfIssue(
  issue: IssueText & { readonly updatedAt: string },
  key: IncidentKey,
  listeners: readonly Listener[],
  now: number,
): IncidentReport | null {
  const listening = listeners.filter(({ sources }) => hasIncidentLabel(sources, issue.labels));
  if (listening.length === 0) return null;
  const causes = listening.flatMap(({ sources }) => sources.causes);
  const { facts, repository: named } = readIssueIncident(issue, { now, causes });
  const repositoryId = concerned(listening, key, named, `${facts.statedCause ?? ''}\n${facts.body}`);
  return { ...key, ...facts, repositoryId, reportedAt: issue.updatedAt };
}

/**
 * Which of the repositories that listen to a tracker an issue concerns: the one it names, else the one whose changes it
 * refers to, else the only one. The central repository itself is meant when nobody else listens. `null`: nobody can say.
 */
function concerned(
  listeners: readonly Listener[],
  key: IncidentKey,
  named: string | null,
  text: string,
): number | null {
  const called = (name: string): Listener | undefined =>
    listeners.find(({ repository }) => fullName(repository).toLowerCase() === name.toLowerCase());
  const byName = named === null ? undefined : called(named.trim());
  if (byName !== undefined) return byName.repository.id;
  const others = listeners.filter(({ repository }) => !key.externalId.startsWith(`${repository.id}#`));
  const candidates = others.length > 0 ? others : listeners;
  if (candidates.length === 1) return candidates[0]?.repository.id ?? null;
  const referred = new Set(
    findReferences(text).flatMap(({ repository: name }) =>
      name === undefined ? [] : (called(name)?.repository.id ?? []),
    ),
  );
  return referred.size === 1 ? ([...referred][0] ?? null) : null;
}
