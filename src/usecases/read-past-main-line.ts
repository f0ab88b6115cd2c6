import type { Backfill } from '../domain/exposure/backfill.ts';
import { followFirstParents } from '../domain/exposure/follow-first-parents.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { type BackfillDeps, type BackfillPage, NO_ROWS, startOf, sumCosts } from './backfill-page.ts';
import { readMainLine } from './read-main-line.ts';
import { toPastChanges } from './to-past-changes.ts';

/** The cursor is the position and the commit that is next, so that nothing depends on how GitHub pages. */
export async function readPastMainLine(
  deps: BackfillDeps,
  repository: InstalledRepository,
  backfill: Backfill,
): Promise<BackfillPage> {
  const { position, sha } = await placeOf(deps, backfill);
  const page = await deps.github.commitsFrom(repository, sha);
  const since = Date.parse(backfill.since);
  const links = followFirstParents(page.items, sha);
  const end = links.findIndex(({ committedAt }) => Date.parse(committedAt) < since);
  const chain = end < 0 ? links : links.slice(0, end);
  const { commits, pushes, unrecorded } = await readMainLine(deps, repository, chain, position);
  const missing = await deps.github.mergedPullRequestsNumbered(repository, unrecorded.slice(0, 100));
  const { exposures, incidents, cost } = await toPastChanges(deps, repository, backfill, missing.items);
  const parent = links.at(-1)?.firstParent ?? null;
  const goesOn = end < 0 && parent !== null;
  return {
    ...NO_ROWS,
    exposures: [...exposures, ...pushes],
    commits,
    incidents,
    next: goesOn
      ? { phase: 'main-line', cursor: `${position - links.length}:${parent}`, expected: null }
      : startOf('deployments'),
    cost: sumCosts(sumCosts(page.cost, missing.cost), cost),
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
