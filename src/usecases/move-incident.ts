import type { DecidedAttribution } from '../domain/attribution/attribution.ts';
import type { Incident, IncidentKey, IncidentReport } from '../domain/incident/incident.ts';
import type { InstalledRepository, StoreSession } from '../ports/store.ts';
import { attributionJob } from './attribution-job.ts';
import type { InstallationDeps } from './deps.ts';
import { findListeners } from './find-listeners.ts';
import type { NoticeIssuePayload } from './jobs.ts';
import { issueKey, reportOfIssue } from './report-of-issue.ts';

/**
 * An issue that was deleted or transferred is no incident here any more. What people said of it goes with it to where it is
 * another issue; the links that they decided go too, as long as it still concerns the repository whose changes they are.
 */
export async function moveIncident(
  deps: InstallationDeps,
  incident: Incident,
  { movedTo, updatedAt }: Pick<NoticeIssuePayload, 'movedTo' | 'updatedAt'>,
): Promise<void> {
  const { installationId, source, externalId } = incident;
  const here: IncidentKey = { installationId, source, externalId };
  const found = movedTo === undefined ? null : await deps.store.repositories.find(movedTo.repositoryId);
  const tracker = found?.installationId === installationId ? found : null;
  const report = tracker === null || movedTo === undefined ? null : await reportAt(deps, tracker, movedTo.number);
  const decided = await deps.store.attributions.find(here);
  await deps.store.transaction(async (session) => {
    await session.incidents.withdraw(here, updatedAt);
    // Its comments are where the issue is now, if anywhere.
    if (decided !== null) await session.attributions.save({ ...decided.attribution, comment: null }, []);
    await session.outbox.enqueue([attributionJob(here)]);
    if (tracker === null || movedTo === undefined) return;
    const there = issueKey(tracker, movedTo.number);
    if (report !== null) await session.incidents.report(report);
    for (const judgement of incident.judgements) await session.incidents.judge(there, judgement);
    if (report === null) return;
    if (decided !== null && report.repositoryId === incident.repositoryId) await carryLinks(session, decided, there);
    await session.outbox.enqueue([attributionJob(there, tracker)]);
  });
  deps.log.info({ ...here, movedTo: movedTo ?? null }, 'incident left its tracker');
}

/** `null`: it has no label there that anybody listens for. */
async function reportAt(
  deps: InstallationDeps,
  tracker: InstalledRepository,
  number: number,
): Promise<IncidentReport | null> {
  const issue = await deps.github.issue(tracker, number);
  if (issue === null) return null;
  const listeners = await findListeners(deps, tracker);
  return reportOfIssue(issue, issueKey(tracker, number), listeners, deps.clock.now());
}

/** Comments on the changes go on being edited in place, and no longer from where the issue was. */
async function carryLinks(
  session: StoreSession,
  { attribution, decisions }: DecidedAttribution,
  there: IncidentKey,
): Promise<void> {
  for (const decision of decisions) await session.attributions.decide(there, decision);
  const known = (await session.attributions.find(there))?.attribution ?? { ...attribution, ...there, comment: null };
  const { backReferences } = attribution;
  const numbers = new Set(backReferences.map(({ number }) => number));
  const others = known.backReferences.filter(({ number }) => !numbers.has(number));
  // The look at causes that follows counts the areas anew.
  await session.attributions.save({ ...known, backReferences: [...others, ...backReferences] }, []);
  await session.attributions.save({ ...attribution, comment: null, backReferences: [] }, []);
}
