import type { Backfill } from '../domain/exposure/backfill.ts';
import type { IncidentReport } from '../domain/incident/incident.ts';
import { listensTo } from '../domain/incident/listens-to.ts';
import { GitHubError } from '../ports/github-error.ts';
import type { PastIssue, QueryCost } from '../ports/github-past.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { fullName } from '../domain/pull-request/full-name.ts';
import { findListeners, type Listener } from './find-listeners.ts';
import { loadBaseContext } from './load-base-context.ts';
import type { BackfillDeps } from './backfill-page.ts';
import { issueKey, reportOfIssue } from './report-of-issue.ts';

/** Where the phase stands: GitHub joins several labels of one question by "and", so each is a list of its own. */
interface Place {
  readonly tracker: number;
  readonly label: string;
  readonly after: string | null;
}

interface PastIssuesPage {
  readonly incidents: readonly IncidentReport[];
  /** `null`: all lists are read. */
  readonly cursor: string | null;
  readonly expected: number | null;
  readonly cost: QueryCost | null;
}

/**
 * A page of the issues that were incidents: this repository's own, for whoever listens to them, and those of the
 * central repositories that its configuration names.
 */
export async function readPastIssues(
  deps: BackfillDeps,
  repository: InstalledRepository,
  { cursor, pageSize, since }: Backfill,
): Promise<PastIssuesPage> {
  const trackers = await trackersOf(deps, repository);
  const lists = trackers.flatMap(({ tracker, labels }) => labels.map((label) => ({ tracker, label })));
  const place: Place | null = cursor === null ? null : JSON.parse(cursor);
  const at =
    place === null ? 0 : lists.findIndex((one) => one.tracker.id === place.tracker && one.label === place.label);
  const list = lists[at];
  // Nobody has incidents in issues, or the configuration has changed since the page before.
  if (list === undefined) return { incidents: [], cursor: null, expected: null, cost: null };
  const { tracker, label } = list;
  const next = lists[at + 1];
  const nextList: Place | null =
    next === undefined ? null : { tracker: next.tracker.id, label: next.label, after: null };
  const ask = { updatedSince: since, label, cursor: place?.after ?? null, pageSize };
  let page: Awaited<ReturnType<BackfillDeps['github']['pastIssues']>>;
  try {
    page = await deps.github.pastIssues(tracker, ask);
  } catch (error) {
    const refused = error instanceof GitHubError && (error.fault === 'gone' || error.fault === 'forbidden');
    // A central repository that is gone is no reason to know nothing of this one.
    if (!refused || tracker.id === repository.id) throw error;
    return { incidents: [], cursor: mark(nextList), expected: null, cost: null };
  }
  const listeners = trackers.find((one) => one.tracker.id === tracker.id)?.listeners ?? [];
  const now = deps.clock.now();
  const incidents = page.items
    .filter((issue) => isSince(issue, since))
    .flatMap((issue) => reportOfIssue(issue, issueKey(tracker, issue.number), listeners, now) ?? []);
  const onward = page.next === null ? nextList : { tracker: tracker.id, label, after: page.next };
  return { incidents, cursor: mark(onward), expected: page.total, cost: page.cost };
}

function mark(place: Place | null): string | null {
  return place === null ? null : JSON.stringify(place);
}

/** One that was over before is not of the time that is read, even where somebody said thanks later. */
function isSince({ createdAt, closedAt }: PastIssue, since: string): boolean {
  const start = Date.parse(since);
  return Date.parse(createdAt) >= start || closedAt === null || Date.parse(closedAt) >= start;
}

interface Tracker {
  readonly tracker: InstalledRepository;
  readonly listeners: readonly Listener[];
  readonly labels: readonly string[];
}

async function trackersOf(deps: BackfillDeps, repository: InstalledRepository): Promise<readonly Tracker[]> {
  const { config } = await loadBaseContext(deps, repository, repository.defaultBranch);
  const known = await deps.store.repositories.all();
  const central = known
    .filter(({ id, installationId }) => id !== repository.id && installationId === repository.installationId)
    .filter((one) => listensTo(config.incidents, fullName(repository), fullName(one)));
  const trackers: Tracker[] = [];
  for (const tracker of [repository, ...central]) {
    const listeners = await findListeners(deps, tracker, repository);
    // Of another's issues only those that this repository listens for: the others are read with their own.
    const asking =
      tracker.id === repository.id ? listeners : listeners.filter((one) => one.repository.id === repository.id);
    const labels = new Map(
      asking.flatMap(({ sources }) => sources.issues.labels.map((label) => [label.toLowerCase(), label])),
    );
    trackers.push({ tracker, listeners, labels: [...labels.values()].sort() });
  }
  return trackers;
}
