import { revertedNumber } from '../domain/attribution/reverted-number.ts';
import { undoes } from '../domain/attribution/undoes.ts';
import { type Exposure, type ExposureJudgement, pullRequestUnit } from '../domain/exposure/exposure.ts';
import { openWatch } from '../domain/monitoring/open-watch.ts';
import type { Watch } from '../domain/monitoring/watch.ts';
import type { ChangedFiles } from '../domain/pull-request/changed-files.ts';
import type { MergedPullRequest } from '../ports/github-past.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { InstallationDeps } from './deps.ts';
import { judgeBody } from './form-opinion.ts';
import { loadBaseContext } from './load-base-context.ts';

/** Watches for what was merged into the default branch just now and is of a level that is watched. Each begins once. */
export async function beginWatches(
  deps: InstallationDeps,
  repository: InstalledRepository,
  merged: readonly MergedPullRequest[],
  judgements: ReadonlyMap<number, ExposureJudgement>,
): Promise<readonly Watch[]> {
  const context = await loadBaseContext(deps, repository, repository.defaultBranch);
  const { mode, monitoring } = context.config;
  if (mode === 'off') return [];
  const watches: Watch[] = [];
  for (const { pullRequest, mergedBy } of merged) {
    const { number, author, base, head, mergeCommitSha: sha, mergedAt } = pullRequest;
    const unit = pullRequestUnit(number);
    const level = judgements.get(number)?.level;
    if (level === undefined || mergedAt === null || base.ref !== repository.defaultBranch) continue;
    // A window outlives its watch: what was watched once does not begin again when it is told of late.
    if ((await deps.store.watches.find(repository.id, unit)) !== null) continue;
    if ((await deps.store.windows.find(repository.id, unit)) !== null) continue;
    const last = await deps.store.opinions.find(repository.id, number);
    const opinion = last?.headSha === head.sha ? last : null;
    // A revert brings back what was there: nobody was asked what it could break, so nobody is asked to watch it.
    if (opinion?.decision.reasons.some(({ code }) => code === 'exempt-revert')) continue;
    const statement = opinion?.statement ?? judgeBody(pullRequest, context);
    const change = { repositoryId: repository.id, unit, number, sha, mergedAt, level, author, mergedBy };
    const watch = openWatch(change, monitoring, statement);
    if (watch !== null) watches.push(watch);
  }
  return watches;
}

/** Watched changes that a merged pull request takes back whole: its words are a claim, its diff is the proof. */
export async function findReverted(
  deps: Pick<InstallationDeps, 'store'>,
  repository: InstalledRepository,
  merged: readonly MergedPullRequest[],
): Promise<readonly { readonly number: number; readonly at: string }[]> {
  const reverted: { readonly number: number; readonly at: string }[] = [];
  for (const { pullRequest, files } of merged) {
    const number = revertedNumber(pullRequest);
    const at = pullRequest.mergedAt;
    if (number === null || number === pullRequest.number || at === null) continue;
    if (pullRequest.base.ref !== repository.defaultBranch) continue;
    const unit = pullRequestUnit(number);
    const original = await deps.store.exposures.find(repository.id, unit);
    if (original === null || Date.parse(original.mergedAt) >= Date.parse(at)) continue;
    if ((await deps.store.watches.find(repository.id, unit)) === null) continue;
    if (undoes(files, toFiles(original))) reverted.push({ number, at });
  }
  return reverted;
}

function toFiles({ files, changedFiles, incomplete }: Exposure): ChangedFiles {
  return { files, expected: changedFiles, ...(incomplete === undefined ? {} : { incomplete }) };
}
