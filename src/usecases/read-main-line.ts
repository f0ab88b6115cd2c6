import { assignUnits } from '../domain/exposure/assign-units.ts';
import { type Exposure, pullRequestUnit } from '../domain/exposure/exposure.ts';
import type { MainLineCommit } from '../domain/exposure/main-line-commit.ts';
import type { PastCommit } from '../domain/exposure/past-commit.ts';
import type { GitHub } from '../ports/github.ts';
import type { InstalledRepository, Store } from '../ports/store.ts';
import { pushToExposure } from './to-exposure.ts';

export interface MainLineDeps {
  readonly github: Pick<GitHub, 'commitInFull'>;
  readonly store: Pick<Store, 'exposures'>;
}

export interface ReadMainLine {
  readonly commits: readonly MainLineCommit[];
  /** Direct pushes that were not recorded yet. */
  readonly pushes: readonly Exposure[];
  /** Pull requests that a commit came with, and that are not recorded yet. */
  readonly unrecorded: readonly number[];
}

/**
 * What a stretch of the main line consists of. `chain` is newest first and its newest commit gets the position
 * `newest`. Each direct push costs one call, once.
 */
export async function readMainLine(
  deps: MainLineDeps,
  repository: InstalledRepository,
  chain: readonly PastCommit[],
  newest: number,
): Promise<ReadMainLine> {
  const recorded: Exposure[] = [];
  for (const { sha } of chain) {
    const exposure = await deps.store.exposures.atCommit(repository.id, sha);
    if (exposure !== null) recorded.push(exposure);
  }
  const units = assignUnits(chain, repository.defaultBranch, recorded);
  const known = await deps.store.exposures.known(repository.id, [...new Set(units.values())]);
  const commits = chain.map(({ sha, committedAt }, index) => ({
    sha,
    position: newest - index,
    unit: units.get(sha) ?? sha,
    committedAt,
  }));
  const pushes: Exposure[] = [];
  for (const { sha, unit } of commits) {
    if (unit !== sha || known.has(unit)) continue;
    const commit = await deps.github.commitInFull(repository, sha);
    if (commit !== null) pushes.push(pushToExposure(repository, commit));
  }
  const numbers = chain.flatMap(({ pullRequests }) => pullRequests.map(({ number }) => number));
  const unrecorded = [...new Set(numbers)].filter((number) => {
    const unit = pullRequestUnit(number);
    return !known.has(unit) && commits.some((commit) => commit.unit === unit);
  });
  return { commits, pushes, unrecorded };
}
