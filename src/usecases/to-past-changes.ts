import { revertedNumber } from '../domain/attribution/reverted-number.ts';
import type { Backfill } from '../domain/exposure/backfill.ts';
import type { Exposure } from '../domain/exposure/exposure.ts';
import type { IncidentReport } from '../domain/incident/incident.ts';
import type { MergedPullRequest, QueryCost } from '../ports/github-past.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { BackfillDeps } from './backfill-page.ts';
import { emergencyOf, findNearMiss } from './find-near-miss.ts';
import { type JudgedMerges, judgeMerged } from './judge-merged.ts';
import { toExposure } from './to-exposure.ts';

/** Merged pull requests since the first day as they are kept, and those that were near misses. */
export async function toPastChanges(
  deps: BackfillDeps,
  repository: InstalledRepository,
  { since, steering }: Backfill,
  items: readonly MergedPullRequest[],
): Promise<{
  readonly exposures: readonly Exposure[];
  readonly incidents: readonly IncidentReport[];
  readonly cost: QueryCost | null;
}> {
  const wanted = items.filter(({ pullRequest }) => Date.parse(pullRequest.mergedAt ?? '') >= Date.parse(since));
  const judged = await judgeMerged(deps, repository, wanted, steering);
  const exposures = wanted.map((one) =>
    toExposure(repository, one, judged.judgements.get(one.pullRequest.number) ?? null),
  );
  const incidents: IncidentReport[] = [];
  for (const one of wanted) {
    // Of the others it was noted when they were merged.
    if (!judged.late.has(one.pullRequest.number)) continue;
    const nearMiss = await nearMissOf(deps, repository, one, judged);
    if (nearMiss !== null) incidents.push(nearMiss);
  }
  return { exposures, incidents, cost: judged.cost };
}

async function nearMissOf(
  { store, clock }: BackfillDeps,
  repository: InstalledRepository,
  { pullRequest: revert, files }: MergedPullRequest,
  { referenced }: JudgedMerges,
): Promise<IncidentReport | null> {
  const undone = revertedNumber(revert);
  const original = undone === null ? undefined : referenced.get(undone);
  if (original === undefined) return null;
  const undoing = { revert, original: original.pullRequest };
  const emergency = emergencyOf(repository, undoing);
  if (emergency === null) return null;
  const told = await store.incidents.between(emergency);
  return findNearMiss(repository, undoing, { files, originalFiles: original.files, told }, clock.now());
}
