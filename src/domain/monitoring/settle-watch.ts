import type { MonitoringWindow, WindowState } from './monitoring-window.ts';
import { toIso } from './to-iso.ts';
import type { LinkedIncident, Release, Run, Watch } from './watch.ts';

export interface SettledWatch {
  /** The watch given, with the end noted when it passed. */
  readonly watch: Watch;
  /** `null`: it did not reach its users, or was undone before it did. */
  readonly window: MonitoringWindow | null;
  /** True: no later release opens the window again. */
  readonly settled: boolean;
}

interface Ending {
  readonly at: number;
  readonly state: Exclude<WindowState, 'open'>;
}

/** In the same second the graver one counts. */
const GRAVITY = ['incident', 'reverted', 'done', 'lapsed'] as const;

/**
 * Where a window stands at `now` (ms): whatever ended it first. A release that was rolled back, or that an incident
 * ended, is followed by the next one, which is watched anew; a window that was confirmed, that lapsed, or whose change
 * was undone by a pull request stays as it is. Lengths are seconds of UTC: no time zone and no calendar changes them.
 */
export function settleWatch(watch: Watch, now: number): SettledWatch {
  const { release, revertedAt } = watch;
  const [first] = release?.runs ?? [];
  // Undone, as it seems, before it reached anybody: the release before that may be told of late.
  const isUndoneBefore = first !== undefined && revertedAt !== null && Date.parse(revertedAt) <= Date.parse(first.at);
  if (release === null || first === undefined || isUndoneBefore) return { watch, window: null, settled: false };
  let current: Run = first;
  let ending: Ending | null = null;
  for (const run of release.runs) {
    current = run;
    ending = endingOf(watch, run, run === first, now);
    if (ending === null || ending.state === 'done' || ending.state === 'lapsed' || revertedAt !== null) break;
  }
  const endsAt = toIso(endOf(watch, current));
  const noted = ending?.state === 'lapsed' && watch.lapsedAt !== endsAt ? { ...watch, lapsedAt: endsAt } : watch;
  const settled = ending !== null && (ending.state === 'done' || ending.state === 'lapsed' || revertedAt !== null);
  return { watch: noted, window: describe(noted, release, current, ending), settled };
}

function describe(watch: Watch, release: Release, run: Run, ending: Ending | null): MonitoringWindow {
  const { repositoryId, unit, number, level, watcher, confirmation } = watch;
  const state = ending?.state ?? 'open';
  const speaks = state === 'done' || state === 'lapsed';
  return {
    repositoryId,
    unit,
    number,
    level,
    environment: release.environment,
    openedBy: release.openedBy,
    openedAt: run.at,
    endsAt: toIso(endOf(watch, run)),
    state,
    closedAt: ending === null ? null : toIso(ending.at),
    note: speaks && confirmation !== null ? confirmation.note : null,
    watcher: watcher === null ? null : { id: watcher.id, login: state === 'open' ? watcher.login : null },
  };
}

function endOf({ windowSeconds }: Watch, run: Run): number {
  return Date.parse(run.at) + windowSeconds * 1000;
}

/** `null`: it is open. What comes after the end comes too late. */
function endingOf(watch: Watch, run: Run, isFirst: boolean, now: number): Ending | null {
  const end = endOf(watch, run);
  // What belongs to an earlier run of the same change says nothing of this one.
  const from = isFirst ? Number.NEGATIVE_INFINITY : Date.parse(run.at);
  const endings: Ending[] = [];
  const note = (state: Ending['state'], iso: string | null): void => {
    const at = iso === null ? Number.NaN : Date.parse(iso);
    // Clocks differ: what was said within the second of the release was said of it.
    if (at >= from && at < end) endings.push({ state, at: Math.max(at, Date.parse(run.at)) });
  };
  note('done', watch.confirmation?.at ?? null);
  for (const incident of watch.incidents) note('incident', knownAt(incident, from));
  note('reverted', watch.revertedAt);
  note('reverted', run.takenOutAt);
  if (now >= end || watch.lapsedAt === toIso(end)) endings.push({ state: 'lapsed', at: end });
  const byTime = (a: Ending, b: Ending) => a.at - b.at || GRAVITY.indexOf(a.state) - GRAVITY.indexOf(b.state);
  return endings.sort(byTime)[0] ?? null;
}

function knownAt({ happenedAt, linkedAt }: LinkedIncident, from: number): string | null {
  return Date.parse(happenedAt) >= from ? linkedAt : null;
}
