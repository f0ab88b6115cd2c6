import { pullRequestUnit } from '../domain/exposure/exposure.ts';
import { parseRevert } from '../domain/statement/parse-revert.ts';
import { attributionJob } from './attribution-job.ts';
import type { InstallationDeps } from './deps.ts';
import type { RecordExposurePayload } from './jobs.ts';
import { judgeMerged } from './judge-merged.ts';
import { findReleasesJob, watchJob } from './watch-job.ts';
import { beginWatches, findReverted } from './begin-watches.ts';
import { toExposure } from './to-exposure.ts';

/** Where the app was installed and still said nothing (it was down), the present template is the one of the day. */
const NOTHING_KNOWN = { changes: [], complete: false } as const;

/** Keeps a pull request that was merged just now, with what we said of it and how it was reviewed. One call. */
export async function recordExposure(
  deps: InstallationDeps,
  payloads: readonly RecordExposurePayload[],
): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository, number } = last;
  const { items } = await deps.github.mergedPullRequestsNumbered(repository, [number]);
  const { judgements } = await judgeMerged(deps, repository, items, NOTHING_KNOWN);
  const exposures = items.map((one) => toExposure(repository, one, judgements.get(number) ?? null));
  if (exposures.length === 0) return;
  const watches = await beginWatches(deps, repository, items, judgements);
  const reverted = await findReverted(deps, repository, items);
  // A revert may be what ended an incident: those that suspect what it undoes are looked at again.
  const claims = items.flatMap(({ pullRequest: { title, body, head } }) => parseRevert(title, body, head.ref));
  const undone = new Set(claims.map((claim) => pullRequestUnit(claim.number)));
  await deps.store.transaction(async (session) => {
    await session.exposures.save(exposures);
    for (const watch of watches) await session.watches.save(watch, { dueAt: null, settled: false });
    if (watches.length > 0) await session.outbox.enqueue([findReleasesJob(repository)]);
    await session.outbox.enqueue(
      reverted.map((one) => watchJob(repository, one.number, { facts: [{ kind: 'reverted', at: one.at }] })),
    );
    for (const unit of undone) {
      const incidents = await session.attributions.naming(repository.id, unit);
      await session.outbox.enqueue(incidents.map((incident) => attributionJob(incident)));
    }
  });
}
