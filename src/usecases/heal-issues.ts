import { hasIncidentLabel } from '../domain/incident/listens-to.ts';
import { isLasting } from '../ports/github-error.ts';
import type { PastIssue } from '../ports/github-past.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { InstallationDeps } from './deps.ts';
import { findListeners, type Listener } from './find-listeners.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';
import { issueKey } from './report-of-issue.ts';

const PAGE = 100;
/** What is left is listed the next time. */
const MOST_PAGES = 20;
/** The first time nobody knows when the last event arrived; clocks differ, too. */
const MARGIN_MS = 5 * 60 * 1_000;

/**
 * Lists the issues that were changed since the last look, and looks at those of which GitHub tells otherwise than we
 * know: an event was lost. By no label, since a label that was taken off counts as well. One call when nothing changed.
 */
export async function healIssues(deps: InstallationDeps, repository: InstalledRepository): Promise<void> {
  const { looks } = deps.store;
  const lookedAt = await looks.find(repository.id);
  // What was before is the backfill's.
  if (lookedAt === null) return looks.save(repository.id, deps.clock.now() - MARGIN_MS);
  const listeners = await findListeners(deps, repository);
  if (listeners.length === 0) return;
  const updatedSince = new Date(lookedAt).toISOString();
  let cursor: string | null = null;
  let newest = lookedAt;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await listOrNothing(deps, repository, { updatedSince, label: null, cursor, pageSize: PAGE });
    if (page === null) return;
    const missed: PastIssue[] = [];
    for (const issue of page.items) {
      newest = Math.max(newest, Date.parse(issue.updatedAt));
      if (await isMissed(deps, repository, listeners, issue)) missed.push(issue);
    }
    await deps.store.transaction(async (session) => {
      await session.outbox.enqueue(missed.map((issue) => lookAgain(repository, issue)));
      await session.looks.save(repository.id, newest);
    });
    if (missed.length > 0) {
      deps.log.info({ repositoryId: repository.id, issues: missed.length }, 'issues were changed unheard');
    }
    cursor = page.next;
    if (cursor === null) return;
  }
}

type PastIssuesOf = InstallationDeps['github']['pastIssues'];

/** A permission that the App was not given must not keep pull requests from being swept. */
async function listOrNothing(deps: InstallationDeps, ...asked: Parameters<PastIssuesOf>) {
  try {
    return await deps.github.pastIssues(...asked);
  } catch (error) {
    if (!isLasting(error)) throw error;
    deps.log.warn({ repositoryId: asked[0].id, err: error }, 'the issues of a repository cannot be listed');
    return null;
  }
}

async function isMissed(
  deps: InstallationDeps,
  repository: InstalledRepository,
  listeners: readonly Listener[],
  { number, labels, updatedAt }: PastIssue,
): Promise<boolean> {
  const known = await deps.store.incidents.find(issueKey(repository, number));
  const labelled = listeners.some(({ sources }) => hasIncidentLabel(sources, labels));
  if (known === null || known.state === 'withdrawn') return labelled;
  return !labelled || Date.parse(known.reportedAt) < Date.parse(updatedAt);
}

/** The same job as an event asks for. */
function lookAgain(repository: InstalledRepository, { number, labels, updatedAt }: PastIssue) {
  const { id, installationId } = repository;
  const place = { lane: lanes.pullRequest(id, number), key: 'issue', installationId };
  return newJob('notice-issue', { repository, number, action: 'sweep', labels, updatedAt }, place);
}
