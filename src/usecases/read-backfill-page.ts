import type { Backfill } from '../domain/exposure/backfill.ts';
import type { Deployment } from '../domain/exposure/deployment.ts';
import type { Exposure } from '../domain/exposure/exposure.ts';
import { followFirstParents } from '../domain/exposure/follow-first-parents.ts';
import type { MainLineCommit } from '../domain/exposure/main-line-commit.ts';
import type { Clock } from '../ports/clock.ts';
import type { GitHub } from '../ports/github.ts';
import type { MergedPullRequest, PastPage, QueryCost } from '../ports/github-past.ts';
import type { InstalledRepository, Store } from '../ports/store.ts';
import type { ContextMemo } from './base-context.ts';
import { judgeMerged } from './judge-merged.ts';
import { readMainLine } from './read-main-line.ts';
import { toExposure } from './to-exposure.ts';

export interface BackfillDeps {
  readonly github: Pick<
    GitHub,
    | 'mergedPullRequests'
    | 'mergedPullRequestsNumbered'
    | 'commitsFrom'
    | 'commitInFull'
    | 'deployments'
    | 'releases'
    | 'steeringHistory'
    | 'restBudget'
    | 'baseFiles'
    | 'remoteFile'
  >;
  readonly store: Store;
  readonly clock: Clock;
  readonly contexts: ContextMemo;
}

/** A page of one phase: rows to keep, and where it goes on. */
export interface BackfillPage {
  readonly exposures: readonly Exposure[];
  readonly commits: readonly MainLineCommit[];
  readonly deployments: readonly Deployment[];
  readonly next: Pick<Backfill, 'phase' | 'cursor' | 'expected'>;
  readonly cost: QueryCost;
}

/**
 * Pull requests are listed by when they were opened: those opened this long before `since` and merged after it are
 * still found in the list. What was open for longer is found on the main line.
 */
const OPEN_FOR_MS = 30 * 24 * 60 * 60 * 1_000;

const NO_ROWS = { exposures: [], commits: [], deployments: [] } as const;

type ReadPage = (deps: BackfillDeps, repository: InstalledRepository, backfill: Backfill) => Promise<BackfillPage>;

const PHASES: Readonly<Record<Exclude<Backfill['phase'], 'done'>, ReadPage>> = {
  'pull-requests': readPullRequests,
  'main-line': readHistory,
  deployments: (deps, repository, backfill) =>
    readDeployments(backfill, deps.github.deployments(repository, backfill.cursor), 'releases'),
  releases: (deps, repository, backfill) =>
    readDeployments(backfill, deps.github.releases(repository, backfill.cursor), 'done'),
};

/** Reads the next page and saves nothing. Throws `GitHubError`. */
export async function readBackfillPage(
  deps: BackfillDeps,
  repository: InstalledRepository,
  backfill: Backfill,
): Promise<BackfillPage> {
  if (backfill.phase === 'done') throw new Error('a backfill that is done has no further page');
  return PHASES[backfill.phase](deps, repository, backfill);
}

async function readPullRequests(
  deps: BackfillDeps,
  repository: InstalledRepository,
  backfill: Backfill,
): Promise<BackfillPage> {
  const { cursor, pageSize, since } = backfill;
  const page = await deps.github.mergedPullRequests(repository, { cursor, pageSize });
  const { exposures, cost } = await toExposures(deps, repository, backfill, page.items);
  const oldest = page.items.at(-1)?.pullRequest.createdAt;
  const past = oldest !== undefined && Date.parse(oldest) < Date.parse(since) - OPEN_FOR_MS;
  const next =
    page.next === null || past
      ? ({ phase: 'main-line', cursor: null, expected: null } as const)
      : ({ phase: 'pull-requests', cursor: page.next, expected: page.total } as const);
  return { ...NO_ROWS, exposures, next, cost: sum(page.cost, cost) };
}

/** The cursor is the position and the commit that is next, so that nothing depends on how GitHub pages. */
async function readHistory(
  deps: BackfillDeps,
  repository: InstalledRepository,
  backfill: Backfill,
): Promise<BackfillPage> {
  const done = { phase: 'deployments', cursor: null, expected: null } as const;
  const { position, sha } = await placeOf(deps, backfill);
  const page = await deps.github.commitsFrom(repository, sha);
  const since = Date.parse(backfill.since);
  const links = followFirstParents(page.items, sha);
  const end = links.findIndex(({ committedAt }) => Date.parse(committedAt) < since);
  const chain = end < 0 ? links : links.slice(0, end);
  const { commits, pushes, unrecorded } = await readMainLine(deps, repository, chain, position);
  const missing = await deps.github.mergedPullRequestsNumbered(repository, unrecorded.slice(0, 100));
  const { exposures, cost } = await toExposures(deps, repository, backfill, missing.items);
  const parent = links.at(-1)?.firstParent ?? null;
  const goesOn = end < 0 && parent !== null;
  return {
    ...NO_ROWS,
    exposures: [...exposures, ...pushes],
    commits,
    next: goesOn ? { phase: 'main-line', cursor: `${position - links.length}:${parent}`, expected: null } : done,
    cost: sum(sum(page.cost, missing.cost), cost),
  };
}

async function placeOf(
  { store }: BackfillDeps,
  { repositoryId, cursor, head }: Backfill,
): Promise<{ readonly position: number; readonly sha: string }> {
  const colon = cursor?.indexOf(':') ?? -1;
  if (cursor !== null && colon > 0) return { position: Number(cursor.slice(0, colon)), sha: cursor.slice(colon + 1) };
  const sha = head ?? '';
  return { position: (await store.mainLine.find(repositoryId, sha))?.position ?? 0, sha };
}

async function readDeployments(
  { since }: Backfill,
  reading: Promise<PastPage<Deployment>>,
  after: Backfill['phase'],
): Promise<BackfillPage> {
  const page = await reading;
  const recent = page.items.filter(({ at }) => Date.parse(at) >= Date.parse(since));
  const goesOn = page.next !== null && recent.length === page.items.length;
  const { next: cursor, total: expected, cost } = page;
  const phase = after === 'releases' ? 'deployments' : 'releases';
  const next = goesOn ? ({ phase, cursor, expected } as const) : { phase: after, cursor: null, expected: null };
  return { ...NO_ROWS, deployments: recent, next, cost };
}

async function toExposures(
  deps: BackfillDeps,
  repository: InstalledRepository,
  { since, steering }: Backfill,
  items: readonly MergedPullRequest[],
): Promise<{ readonly exposures: readonly Exposure[]; readonly cost: QueryCost | null }> {
  const wanted = items.filter(({ pullRequest }) => Date.parse(pullRequest.mergedAt ?? '') >= Date.parse(since));
  const { judgements, cost } = await judgeMerged(deps, repository, wanted, steering);
  const exposures = wanted.map((one) => toExposure(repository, one, judgements.get(one.pullRequest.number) ?? null));
  return { exposures, cost };
}

/** The newest budget counts, and the points of both. */
function sum(first: QueryCost, second: QueryCost | null): QueryCost {
  return second === null ? first : { ...second, points: first.points + second.points };
}
