import type { IncidentKey } from '../domain/incident/incident.ts';
import { hasIncidentLabel } from '../domain/incident/listens-to.ts';
import { readIssueIncident } from '../domain/incident/read-issue-incident.ts';
import { findReferences } from '../domain/attribution/find-references.ts';
import type { Issue } from '../ports/github.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { attributionJob } from './attribution-job.ts';
import type { InstallationDeps } from './deps.ts';
import { findListeners, fullName, type Listener } from './find-listeners.ts';
import type { NoticeIssuePayload } from './jobs.ts';

/**
 * An issue with an incident's label is an incident, as long as it has the label. Every event of an issue comes here; it
 * only says that it is time to look: the issue is read from GitHub, and only when it is or was an incident.
 */
export async function noticeIssue(deps: InstallationDeps, payloads: readonly NoticeIssuePayload[]): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository, number } = last;
  const key = issueKey(repository, number);
  const known = await deps.store.incidents.find(key);
  const gone = payloads.find(({ action }) => action === 'deleted' || action === 'transferred');
  if (gone !== undefined) {
    if (known === null) return;
    return leave(deps, key, gone);
  }
  const labels = payloads.flatMap((payload) => payload.labels);
  if (known === null && labels.length === 0) return;
  const listeners = await findListeners(deps, repository);
  const listening = listeners.filter(({ sources }) => hasIncidentLabel(sources, labels));
  if (known === null && listening.length === 0) return;
  const issue = await deps.github.issue(repository, number);
  if (issue === null) return deps.store.incidents.withdraw(key, last.updatedAt);
  await takeIn(
    deps,
    repository,
    key,
    issue,
    listeners.filter(({ sources }) => hasIncidentLabel(sources, issue.labels)),
  );
}

/** What names an issue's incident. The repository's id is in it: names change. */
export function issueKey(
  repository: { readonly id: number; readonly installationId: number },
  number: number,
): IncidentKey {
  return { installationId: repository.installationId, source: 'issue', externalId: `${repository.id}#${number}` };
}

async function takeIn(
  deps: InstallationDeps,
  tracker: InstalledRepository,
  key: IncidentKey,
  issue: Issue,
  listeners: readonly Listener[],
): Promise<void> {
  if (listeners.length === 0) {
    return deps.store.transaction(async (session) => {
      await session.incidents.withdraw(key, issue.updatedAt);
      await session.outbox.enqueue([attributionJob(key, tracker)]);
    });
  }
  const causes = listeners.flatMap(({ sources }) => sources.causes);
  const { facts, repository: named } = readIssueIncident(issue, { now: deps.clock.now(), causes });
  const repositoryId = concerned(listeners, key, named, `${facts.statedCause ?? ''}\n${facts.body}`);
  await deps.store.transaction(async (session) => {
    await session.incidents.report({ ...key, ...facts, repositoryId, reportedAt: issue.updatedAt });
    await session.outbox.enqueue([attributionJob(key, tracker)]);
  });
  deps.log.info({ ...key, repositoryId, state: facts.state, findings: facts.findings.length }, 'incident noted');
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

/** What people said of an issue goes with it to where it moves; the issue itself comes back as one opened there. */
async function leave(deps: InstallationDeps, key: IncidentKey, gone: NoticeIssuePayload): Promise<void> {
  const { movedTo } = gone;
  const incident = await deps.store.incidents.find(key);
  await deps.store.transaction(async (session) => {
    await session.incidents.withdraw(key, gone.updatedAt);
    await session.outbox.enqueue([attributionJob(key)]);
    if (movedTo === undefined) return;
    const there = issueKey({ id: movedTo.repositoryId, installationId: key.installationId }, movedTo.number);
    for (const judgement of incident?.judgements ?? []) await session.incidents.judge(there, judgement);
  });
}
