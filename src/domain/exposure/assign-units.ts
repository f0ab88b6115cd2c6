import { type Exposure, pullRequestUnit, unitOf } from './exposure.ts';
import type { PastCommit } from './past-commit.ts';

/**
 * Which exposure each commit of the main line belongs to; `chain` is newest first. What was recorded of a merge wins:
 * right after it, GitHub does not yet know which pull request a commit came with. A commit that came with none was
 * pushed straight onto the branch, and is a unit of its own.
 */
export function assignUnits(
  chain: readonly PastCommit[],
  defaultBranch: string,
  recorded: readonly Pick<Exposure, 'number' | 'sha' | 'commits'>[],
): ReadonlyMap<string, string> {
  const bySha = new Map(recorded.map((exposure) => [exposure.sha, exposure]));
  const units = new Map<string, string>();
  let owner: { readonly unit: string; readonly left: number } | null = null;
  for (const commit of chain) {
    const known = bySha.get(commit.sha);
    if (known !== undefined && known.number !== null) owner = { unit: unitOf(known), left: known.commits };
    if (owner !== null && owner.left > 0) {
      units.set(commit.sha, owner.unit);
      owner = { ...owner, left: owner.left - 1 };
      continue;
    }
    const number = pullRequestOf(commit, defaultBranch);
    units.set(commit.sha, number === null ? commit.sha : pullRequestUnit(number));
  }
  return units;
}

/** The one that it merged; else the first that it came with. */
function pullRequestOf({ sha, pullRequests }: PastCommit, defaultBranch: string): number | null {
  const candidates = pullRequests.filter(({ merged, baseRef }) => merged && baseRef === defaultBranch);
  const exact = candidates.find(({ mergeCommitSha }) => mergeCommitSha === sha);
  if (exact !== undefined) return exact.number;
  return candidates.length === 0 ? null : Math.min(...candidates.map(({ number }) => number));
}
