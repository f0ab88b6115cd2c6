/** How much of each hour a backfill may use, and how far it goes back. */
export interface BackfillPolicy {
  /** In (0, 1]. */
  readonly share: number;
  /** On installation; 0: not at all. */
  readonly days: number;
}

export const DEFAULT_BACKFILL_POLICY: BackfillPolicy = { share: 0.5, days: 365 };

interface Budget {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since the epoch. */
  readonly resetAt: number;
}

/** When the next call may be made: the rest of an hour is left to what happens now. `null`: at once. */
export function waitUntil(budgets: readonly (Budget | null)[], share: number, now: number): number | null {
  const used = budgets.flatMap((budget) =>
    budget !== null && budget.resetAt > now && budget.remaining < budget.limit * (1 - share) ? [budget.resetAt] : [],
  );
  return used.length === 0 ? null : Math.max(...used);
}

/** Fifty pull requests with their files and reviews are what GitHub answers well within its ten seconds. */
const LARGEST_PAGE = 50;
export const FIRST_PAGE = 25;

/** Grows slowly and shrinks fast, so that huge pull requests cost one failed call and not ten. */
export function growPage(pageSize: number): number {
  return Math.min(LARGEST_PAGE, pageSize + 5);
}

export function shrinkPage(pageSize: number): number {
  return Math.max(1, Math.floor(pageSize / 2));
}

const LONGEST_PAUSE_MS = 10 * 60_000;
/** More failures in a row than this are no passing trouble. */
export const MOST_FAILURES = 10;

/** Milliseconds before the next try. */
export function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** failures);
}
