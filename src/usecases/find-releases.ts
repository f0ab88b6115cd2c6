import { DAY_MS } from '../domain/calendar.ts';
import { RELEASE_ENVIRONMENT } from '../domain/exposure/deployment.ts';
import { findRelease, indexShipments, type ShipmentIndex } from '../domain/monitoring/find-release.ts';
import type { Release, Watch } from '../domain/monitoring/watch.ts';
import type { PlacedDeployment } from '../ports/exposure-store.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { contentHash } from './content-hash.ts';
import type { InstallationDeps } from './deps.ts';
import type { FindReleasesPayload } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';
import { placeCommits } from './place-commits.ts';
import { watchJob } from './watch-job.ts';

/** What was merged longer ago and did not ship since is not waited for. */
const HORIZON_MS = 90 * DAY_MS;
/** So many are announced at once; the others follow at a pace that GitHub allows for writing comments. */
const AT_ONCE = 20;
const PACE_MS = 8_000;

/**
 * Which changes reached their users, from all that was shipped lately: it does not matter in which order it was told.
 * In the main line's lane, so that pushes that were told before are on it. Writes nothing but jobs.
 */
export async function findReleases(deps: InstallationDeps, payloads: readonly FindReleasesPayload[]): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository } = last;
  const since = deps.clock.now() - HORIZON_MS;
  const waiting = await deps.store.watches.unsettled(repository.id, since);
  const oldest = waiting[0]?.watch.mergedAt;
  if (oldest === undefined) return;
  const { config } = await loadBaseContext(deps, repository, repository.defaultBranch);
  if (config.mode === 'off') return;

  const environments = await environmentsOf(deps, repository, config.monitoring.environments, since);
  const shipped = await readTimeline(deps, repository, environments, Date.parse(oldest));
  const placed = shipped.placedMore ? await deps.store.watches.unsettled(repository.id, since) : waiting;
  const index = indexShipments(shipped.timeline);
  const jobs = [];
  let announced = 0;
  for (const { watch, position } of placed) {
    const release = environments.length === 0 ? byMerge(watch, repository) : released(watch, position, index);
    if (release === null || isSame(watch.release, release)) continue;
    const isNew = watch.release === null;
    const paceMs = isNew ? Math.max(0, announced - AT_ONCE + 1) * PACE_MS : watch.paceMs;
    if (isNew) announced += 1;
    jobs.push(watchJob(repository, watch.number, { facts: [{ kind: 'released', release, paceMs }] }));
  }
  await deps.store.outbox.enqueue(jobs);
  if (jobs.length > 0) deps.log.info({ repositoryId: repository.id, changes: jobs.length }, 'released changes found');
}

/**
 * What tells of releases here: the watched environments if anything was ever deployed to them lately, else published
 * releases, else (empty) nothing does, and the merge stands for the release.
 */
async function environmentsOf(
  { store }: InstallationDeps,
  { id }: InstalledRepository,
  watched: readonly string[],
  since: number,
): Promise<readonly string[]> {
  if (await store.deployments.anySince(id, watched, since)) return watched;
  return (await store.deployments.anySince(id, [RELEASE_ENVIRONMENT], since)) ? [RELEASE_ENVIRONMENT] : [];
}

async function readTimeline(
  deps: InstallationDeps,
  repository: InstalledRepository,
  environments: readonly string[],
  from: number,
): Promise<{ readonly timeline: readonly PlacedDeployment[]; readonly placedMore: boolean }> {
  const read = () => deps.store.deployments.timeline(repository.id, environments, from);
  const timeline = await read();
  const placedMore = await placeCommits(deps, repository, timeline);
  return { timeline: placedMore ? await read() : timeline, placedMore };
}

function released(watch: Watch, position: number | null, index: ShipmentIndex): Release | null {
  // Not on the main line (any more): nobody can tell what holds it.
  return position === null ? null : findRelease(index, { position, mergedAt: watch.mergedAt });
}

function byMerge({ release, mergedAt }: Watch, { defaultBranch }: InstalledRepository): Release | null {
  if (release !== null) return null;
  return { environment: defaultBranch, openedBy: 'merge', runs: [{ at: mergedAt, takenOutAt: null }] };
}

function isSame(a: Release | null, b: Release): boolean {
  return a !== null && contentHash(a) === contentHash(b);
}
