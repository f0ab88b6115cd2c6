import type { InstallationDeps } from './deps.ts';
import type { RecordExposurePayload } from './jobs.ts';
import { judgeMerged } from './judge-merged.ts';
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
  await deps.store.transaction((session) => session.exposures.save(exposures));
}
