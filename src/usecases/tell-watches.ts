import type { Attribution } from '../domain/attribution/attribution.ts';
import type { CausalLink } from '../domain/attribution/settle-links.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { InstallationDeps } from './deps.ts';
import { watchJob } from './watch-job.ts';

/** Lets the windows know of changes that count as the cause of an incident now, or no longer do. */
export async function tellWatches(
  deps: Pick<InstallationDeps, 'store'>,
  repository: InstalledRepository,
  { source, externalId }: Pick<Attribution, 'source' | 'externalId'>,
  links: readonly CausalLink[],
  candidates: readonly string[],
): Promise<void> {
  const linked = new Set(links.map(({ unit }) => unit));
  for (const unit of new Set([...linked, ...candidates])) {
    const watch = await deps.store.watches.find(repository.id, unit);
    if (watch === null) continue;
    const wasLinked = watch.incidents.some((one) => one.source === source && one.externalId === externalId);
    if (wasLinked === linked.has(unit)) continue;
    await deps.store.outbox.enqueue([watchJob(repository, watch.number)]);
  }
}
