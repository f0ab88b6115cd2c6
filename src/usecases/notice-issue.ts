import type { IncidentKey, IncidentReport } from '../domain/incident/incident.ts';
import { hasIncidentLabel } from '../domain/incident/listens-to.ts';
import type { Issue } from '../ports/github.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { noticePostmortem } from './notice-postmortem.ts';
import { attributionJob } from './attribution-job.ts';
import type { InstallationDeps } from './deps.ts';
import { findListeners } from './find-listeners.ts';
import type { NoticeIssuePayload } from './jobs.ts';
import { moveIncident } from './move-incident.ts';
import { keepAlignment } from './keep-alignment.ts';
import { keepReport } from './keep-report.ts';
import { issueKey, reportOfIssue } from './report-of-issue.ts';

/**
 * An issue with an incident's label is an incident, as long as it has the label. Every event of an issue comes here; it
 * only says that it is time to look: the issue is read from GitHub, and only when it is or was an incident.
 */
export async function noticeIssue(deps: InstallationDeps, payloads: readonly NoticeIssuePayload[]): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository, number } = last;
  // A report or a postmortem of ours names incidents; it is none.
  if (await keepReport(deps, payloads)) return;
  if (await noticePostmortem(deps, payloads)) return;
  if (await keepAlignment(deps, payloads.findLast(({ movedTo }) => movedTo !== undefined) ?? last)) return;
  const key = issueKey(repository, number);
  const known = await deps.store.incidents.find(key);
  const gone = payloads.find(({ action }) => action === 'deleted' || action === 'transferred');
  if (gone !== undefined) {
    if (known === null) return;
    return moveIncident(deps, known, gone);
  }
  const labels = payloads.flatMap((payload) => payload.labels);
  if (known === null && labels.length === 0) return;
  const listeners = await findListeners(deps, repository);
  const listening = listeners.filter(({ sources }) => hasIncidentLabel(sources, labels));
  if (known === null && listening.length === 0) return;
  const issue = await deps.github.issue(repository, number);
  if (issue === null) return deps.store.incidents.withdraw(key, last.updatedAt);
  await takeIn(deps, repository, { key, issue, report: reportOfIssue(issue, key, listeners, deps.clock.now()) });
}

async function takeIn(
  deps: InstallationDeps,
  tracker: InstalledRepository,
  { key, issue, report }: { readonly key: IncidentKey; readonly issue: Issue; readonly report: IncidentReport | null },
): Promise<void> {
  await deps.store.transaction(async (session) => {
    if (report === null) await session.incidents.withdraw(key, issue.updatedAt);
    else await session.incidents.report(report);
    await session.outbox.enqueue([attributionJob(key, tracker)]);
  });
  if (report === null) return;
  const { repositoryId, state, findings } = report;
  deps.log.info({ ...key, repositoryId, state, findings: findings.length }, 'incident noted');
}
