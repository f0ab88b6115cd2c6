/**
 * What a backfill reads, in this order: incidents first, since a revert is a near miss only where no incident explains it.
 * `links`: what caused the incidents is looked for with all that was read.
 */
export const BACKFILL_PHASES = [
  'issues',
  'postmortems',
  'pull-requests',
  'main-line',
  'deployments',
  'releases',
  'links',
  'done',
] as const;
export type BackfillPhase = (typeof BACKFILL_PHASES)[number];

/** A commit that changed the configuration or a template on the default branch. `at` is ISO 8601 in UTC. */
export interface SteeringChange {
  readonly sha: string;
  readonly at: string;
}

/** Every such commit, newest first; `complete: false` when there were more than one answer holds. */
export interface SteeringHistory {
  readonly changes: readonly SteeringChange[];
  readonly complete: boolean;
}

/**
 * How far the reading of a repository's past has come. It is saved with the rows of each page, in one transaction, so
 * that a kill loses no page and doubles none. Times are ISO 8601 in UTC.
 */
export interface Backfill {
  readonly repositoryId: number;
  /** Incidents belong to an installation: another one reads them anew. 0: a token read it, of which no App knows. */
  readonly installationId: number;
  readonly since: string;
  readonly phase: BackfillPhase;
  /** Where the phase goes on: GitHub's cursor, the commit of the main line that is next, or our own mark. */
  readonly cursor: string | null;
  /** The default branch's tip when it began; `null` in an empty repository. */
  readonly head: string | null;
  readonly steering: SteeringHistory;
  /** How many pull requests or issues the next page asks for. */
  readonly pageSize: number;
  /** How many there are of the phase, as GitHub counts; `null` when it cannot be known. */
  readonly expected: number | null;
  readonly counts: BackfillCounts;
  /** No call before this moment: the share of the rate limit is used up, or a try failed. */
  readonly notBefore: string | null;
  /** Tries that failed since the last page. */
  readonly failures: number;
  /** Why it stands still: a person has to act. */
  readonly stopped: string | null;
  readonly startedAt: string;
  readonly updatedAt: string;
}

export interface BackfillCounts {
  readonly pages: number;
  readonly pullRequests: number;
  readonly directPushes: number;
  readonly deployments: number;
  readonly incidents: number;
  /** GraphQL points, as GitHub counts them. */
  readonly points: number;
}

export const NO_COUNTS: BackfillCounts = {
  pages: 0,
  pullRequests: 0,
  directPushes: 0,
  deployments: 0,
  incidents: 0,
  points: 0,
};
