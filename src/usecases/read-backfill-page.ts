import type { Backfill } from '../domain/exposure/backfill.ts';
import type { Deployment } from '../domain/exposure/deployment.ts';
import type { PastPage } from '../ports/github-past.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { type BackfillDeps, type BackfillPage, NO_ROWS, type ReadPage, startOf } from './backfill-page.ts';
import { linkPastIncidents } from './link-past-incidents.ts';
import { readPastIssues } from './read-past-issues.ts';
import { readPastMainLine } from './read-past-main-line.ts';
import { readPastPostmortems } from './read-past-postmortems.ts';
import { readPastPullRequests } from './read-past-pull-requests.ts';

const PHASES: Readonly<Record<Exclude<Backfill['phase'], 'done'>, ReadPage>> = {
  issues: async (deps, repository, backfill) => {
    const { cursor, expected, ...page } = await readPastIssues(deps, repository, backfill);
    const next = cursor === null ? startOf('postmortems') : ({ phase: 'issues', cursor, expected } as const);
    return { ...NO_ROWS, ...page, next };
  },
  postmortems: async (deps, repository, backfill) => {
    const { cursor, expected, ...page } = await readPastPostmortems(deps, repository, backfill);
    // An empty repository has no more than issues.
    const after = startOf(backfill.head === null ? 'links' : 'pull-requests');
    const next = cursor === null ? after : ({ phase: 'postmortems', cursor, expected } as const);
    return { ...NO_ROWS, ...page, next };
  },
  'pull-requests': readPastPullRequests,
  'main-line': readPastMainLine,
  deployments: (deps, repository, backfill) =>
    readDeployments(backfill, deps.github.deployments(repository, backfill.cursor), 'deployments'),
  releases: (deps, repository, backfill) =>
    readDeployments(backfill, deps.github.releases(repository, backfill.cursor), 'releases'),
  links: async (deps, repository, backfill) => {
    const { jobs, cursor, expected } = await linkPastIncidents(deps, repository, backfill);
    const next = cursor === null ? startOf('done') : ({ phase: 'links', cursor, expected } as const);
    return { ...NO_ROWS, jobs, next, cost: null };
  },
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

async function readDeployments(
  { since }: Backfill,
  reading: Promise<PastPage<Deployment>>,
  phase: 'deployments' | 'releases',
): Promise<BackfillPage> {
  const page = await reading;
  const recent = page.items.filter(({ at }) => Date.parse(at) >= Date.parse(since));
  const goesOn = page.next !== null && recent.length === page.items.length;
  const { next: cursor, total: expected, cost } = page;
  const next = goesOn ? { phase, cursor, expected } : startOf(phase === 'deployments' ? 'releases' : 'links');
  return { ...NO_ROWS, deployments: recent, next, cost };
}
