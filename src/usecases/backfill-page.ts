import type { Backfill } from '../domain/exposure/backfill.ts';
import type { Deployment } from '../domain/exposure/deployment.ts';
import type { Exposure } from '../domain/exposure/exposure.ts';
import type { MainLineCommit } from '../domain/exposure/main-line-commit.ts';
import type { IncidentReport } from '../domain/incident/incident.ts';
import type { Clock } from '../ports/clock.ts';
import type { GitHub } from '../ports/github.ts';
import type { QueryCost } from '../ports/github-past.ts';
import type { NewJob } from '../ports/queue.ts';
import type { InstalledRepository, Store } from '../ports/store.ts';
import type { ContextMemo } from './base-context.ts';

export interface BackfillDeps {
  readonly github: Pick<
    GitHub,
    | 'mergedPullRequests'
    | 'mergedPullRequestsNumbered'
    | 'commitsFrom'
    | 'commitInFull'
    | 'deployments'
    | 'releases'
    | 'pastIssues'
    | 'pathsUnder'
    | 'textsAt'
    | 'steeringHistory'
    | 'restBudget'
    | 'queryBudget'
    | 'baseFiles'
    | 'remoteFile'
  >;
  readonly store: Store;
  readonly clock: Clock;
  readonly contexts: ContextMemo;
}

/** A page of one phase: rows to keep, what they ask for, and where it goes on. */
export interface BackfillPage {
  readonly exposures: readonly Exposure[];
  readonly commits: readonly MainLineCommit[];
  readonly deployments: readonly Deployment[];
  readonly incidents: readonly IncidentReport[];
  readonly jobs: readonly NewJob[];
  readonly next: Pick<Backfill, 'phase' | 'cursor' | 'expected'>;
  /** `null`: GitHub was not asked, or not by a query. */
  readonly cost: QueryCost | null;
}

export const NO_ROWS = { exposures: [], commits: [], deployments: [], incidents: [], jobs: [] } as const;

/** Reads the next page of its phase and saves nothing. Throws `GitHubError`. */
export type ReadPage = (
  deps: BackfillDeps,
  repository: InstalledRepository,
  backfill: Backfill,
) => Promise<BackfillPage>;

/** Begins a phase. */
export function startOf(phase: Backfill['phase']): BackfillPage['next'] {
  return { phase, cursor: null, expected: null };
}

/** The newest budget counts, and the points of both. */
export function sumCosts(first: QueryCost, second: QueryCost | null): QueryCost;
export function sumCosts(first: QueryCost | null, second: QueryCost | null): QueryCost | null;
export function sumCosts(first: QueryCost | null, second: QueryCost | null): QueryCost | null {
  return first === null || second === null ? (first ?? second) : { ...second, points: first.points + second.points };
}
