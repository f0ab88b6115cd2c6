import type { ChangeFacts } from '../domain/attribution/change-facts.ts';
import type { ChangeUnit } from '../domain/attribution/change-unit.ts';
import type { Config } from '../config/config.ts';
import { unitOf } from '../domain/exposure/exposure.ts';
import type { MonitoringWindow } from '../domain/monitoring/monitoring-window.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { InstallationDeps } from './deps.ts';
import type { KnownChange } from './find-change.ts';

/** Lags are long, so nothing is cut off by age; what is newest, and what touched the same places, is looked at. */
const NEWEST = 2_000;
const TOUCHING = 100;
const MOST_PLACES = 30;
/** Changes before the start whose deployments are looked up: an older one was deployed long ago. */
const DEPLOYED = 100;

type Deps = Pick<InstallationDeps, 'store'>;

export function newestBefore(deps: Deps, repository: InstalledRepository, startMs: number) {
  return deps.store.exposures.touching(repository.id, '', { from: 0, to: startMs }, NEWEST);
}

/** Older changes of the places that hurt. */
export async function touchingBefore(
  deps: Deps,
  repository: InstalledRepository,
  places: readonly string[],
  startMs: number,
): Promise<readonly KnownChange[]> {
  const found: KnownChange[] = [];
  for (const place of [...places].sort().slice(0, MOST_PLACES)) {
    found.push(...(await deps.store.exposures.touching(repository.id, place, { from: 0, to: startMs }, TOUCHING)));
  }
  return found;
}

/**
 * Suspects as the ranking reads them, at the moment when they reached users: their first deployment to a watched
 * environment, or their merge where none is known. What reached users after the start is out. Where nothing told of
 * deployments before the start, those that were told of later do not say what had reached users by then.
 */
export async function toUnits(
  { store }: Deps,
  repository: InstalledRepository,
  suspects: readonly KnownChange[],
  { startMs, environments }: { readonly startMs: number; readonly environments: Config['monitoring']['environments'] },
): Promise<readonly ChangeUnit[]> {
  const merged = suspects
    .map((change) => ({ change, unit: unitOf(change), mergedMs: Date.parse(change.mergedAt) }))
    .filter(({ mergedMs }) => mergedMs < startMs)
    .sort((a, b) => b.mergedMs - a.mergedMs || (a.unit < b.unit ? -1 : 1));
  const windows = await store.windows.of(
    repository.id,
    merged.map(({ unit }) => unit),
  );
  const deployed = new Map<string, number>();
  for (const { change, unit, mergedMs } of merged.slice(0, DEPLOYED)) {
    if (change.sha === null) continue;
    const watched = (await store.deployments.firstWith(repository.id, change.sha)).filter(({ environment }) =>
      environments.includes(environment),
    );
    if (watched.length > 0)
      deployed.set(unit, Math.max(mergedMs, Math.min(...watched.map((one) => Date.parse(one.at)))));
  }
  const told = [...deployed.values()].some((reachedMs) => reachedMs < startMs);
  const units: ChangeUnit[] = [];
  for (const { change, unit, mergedMs } of merged) {
    const reachedMs = (told ? deployed.get(unit) : undefined) ?? mergedMs;
    if (reachedMs >= startMs) continue;
    const files = [...new Set(change.files.flatMap(({ path, previousPath }) => [path, previousPath ?? path]))];
    const pullRequest = change.number === null ? {} : { pullRequest: change.number };
    units.push({
      id: unit,
      at: Math.floor(reachedMs / 1000),
      ...pullRequest,
      files,
      facts: factsOf(change, windows.get(unit), startMs),
    });
  }
  return units;
}

/** What was known of it when the incident began: a window that closed later says nothing, or re-runs would differ. */
function factsOf(
  { additions, deletions, judgement }: KnownChange,
  window: MonitoringWindow | undefined,
  startMs: number,
): ChangeFacts {
  const closed = window !== undefined && window.closedAt !== null && Date.parse(window.closedAt) < startMs;
  return {
    lines: additions + deletions,
    ...(judgement ? { level: judgement.level } : {}),
    // Nobody asked the exempt to state anything.
    ...(judgement && judgement.status !== 'exempt' ? { verdict: judgement.verdict } : {}),
    ...(closed ? { watched: window.state } : {}),
  };
}
