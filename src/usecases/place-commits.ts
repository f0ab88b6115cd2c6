import { DAY_MS } from '../domain/calendar.ts';
import type { PlacedDeployment } from '../ports/exposure-store.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { InstallationDeps } from './deps.ts';
import { extendMainLine } from './record-push.ts';

/** Commits asked for in one go; what else is unknown lies before them, or comes with the next deployment. */
const MOST = 20;
/** A push that was not told of is made up for as far as this. */
const MOST_MISSED = 100;

/**
 * Finds the place of deployed commits that are not on the main line as we know it: one comparison for each, kept. A commit
 * of a release branch holds the main line as far as the branch was cut from it; one that is not in the repository, or
 * has no history in common, holds nothing. True when something was learned.
 */
export async function placeCommits(
  deps: InstallationDeps,
  repository: InstalledRepository,
  timeline: readonly PlacedDeployment[],
): Promise<boolean> {
  const { store, github, clock } = deps;
  const now = clock.now();
  const recent = timeline.filter(({ position, at }) => position === null && Date.parse(at) > now - DAY_MS);
  const unknown = [...new Set(recent.toReversed().map(({ sha }) => sha))];
  let asked = 0;
  let learned = false;
  for (const sha of unknown) {
    if (asked >= MOST) break;
    if ((await store.deployments.placed(repository.id, sha)) !== null) continue;
    asked += 1;
    const base = await github.mergeBase(repository, repository.defaultBranch, sha);
    if (base === sha && (await store.mainLine.find(repository.id, sha)) === null) {
      // It is on the default branch: the push that brought it was not told of, or will be.
      if (await catchUp(deps, repository)) learned = true;
      if ((await store.mainLine.find(repository.id, sha)) !== null) continue;
    }
    await store.deployments.place(repository.id, sha, base, now);
    learned = true;
  }
  return learned;
}

async function catchUp(deps: InstallationDeps, repository: InstalledRepository): Promise<boolean> {
  const head = await deps.github.commitNamed(repository, `refs/heads/${repository.defaultBranch}`);
  if (head === null || (await deps.store.mainLine.find(repository.id, head)) !== null) return false;
  await extendMainLine(deps, repository, head, null, MOST_MISSED);
  return true;
}
