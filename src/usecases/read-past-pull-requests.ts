import type { Backfill } from '../domain/exposure/backfill.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { type BackfillDeps, type BackfillPage, NO_ROWS, startOf, sumCosts } from './backfill-page.ts';
import { toPastChanges } from './to-past-changes.ts';

/**
 * Pull requests are listed by when they were opened: those opened this long before `since` and merged after it are
 * still found in the list. What was open for longer is found on the main line.
 */
const OPEN_FOR_MS = 30 * 24 * 60 * 60 * 1_000;

/** A page of merged pull requests, and of the near misses among them. */
export async function readPastPullRequests(
  deps: BackfillDeps,
  repository: InstalledRepository,
  backfill: Backfill,
): Promise<BackfillPage> {
  const { cursor, pageSize, since } = backfill;
  const page = await deps.github.mergedPullRequests(repository, { cursor, pageSize });
  const { exposures, incidents, cost } = await toPastChanges(deps, repository, backfill, page.items);
  const oldest = page.items.at(-1)?.pullRequest.createdAt;
  const past = oldest !== undefined && Date.parse(oldest) < Date.parse(since) - OPEN_FOR_MS;
  const next =
    page.next === null || past
      ? startOf('main-line')
      : ({ phase: 'pull-requests', cursor: page.next, expected: page.total } as const);
  return { ...NO_ROWS, exposures, incidents, next, cost: sumCosts(page.cost, cost) };
}
