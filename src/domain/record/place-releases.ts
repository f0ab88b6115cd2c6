import { dayOf } from '../calendar.ts';
/** A deployment to a watched environment that brought commits to users for the first time. */
export interface Release {
  /** Days since 1970-01-01. */
  readonly at: number;
  /** Places on the main line: it carried what lies after `after`, up to and with `upTo`. */
  readonly after: number;
  readonly upTo: number;
  /** Nothing is known of releases before it, so that it cannot have carried all that is older. */
  readonly first: boolean;
}

/** What the first release that we know of can have carried: older changes were released before by one unknown. */
const FIRST_CARRIES_DAYS = 30;

/**
 * Which part of the main line each successful deployment carried, in the order of time. An old commit that is deployed
 * again carries nothing. `oldest`: the first known place on the main line.
 */
export function placeReleases(
  deployments: readonly { readonly at: string; readonly position: number | null }[],
  oldest: number,
): readonly Release[] {
  const releases: Release[] = [];
  let carried = oldest - 1;
  for (const { at, position } of deployments) {
    if (position === null || position <= carried) continue;
    releases.push({ at: dayOf(at), after: carried, upTo: position, first: releases.length === 0 });
    carried = position;
  }
  return releases;
}

/** The release that carried a commit; `null` when none did yet, or none that is known. */
export function findRelease(releases: readonly Release[], position: number, mergedAt: number): Release | null {
  let low = 0;
  let high = releases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((releases[middle]?.upTo ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  const found = releases[low];
  if (found === undefined || position <= found.after) return null;
  return found.first && found.at - mergedAt > FIRST_CARRIES_DAYS ? null : found;
}
