import { authorGroup } from './author-group.ts';
import type { AtRiskSeries, AtRiskTraits, Belonging, CellTraits, ChangeCell, SpeedCell } from './change-cell.ts';
import type { CountedChange } from './count-change.ts';
import { COUNTS, DURATIONS, sketchOf } from './sketch.ts';

/** Everything that is counted of changes. */
export interface RecordCells {
  readonly cells: readonly ChangeCell[];
  readonly speeds: readonly SpeedCell[];
  readonly atRisk: readonly AtRiskSeries[];
}

/** Counts changes into cells, by day and then by traits: the same whatever the order of the changes. */
export function buildCells(counted: readonly CountedChange[]): RecordCells {
  const ordered = [...groupBy(counted, cellKey)];
  const cells = ordered.map(([, members]) => toCell(members));
  const speeds = [...groupBy(counted, speedKey)].map(([, members]) => toSpeedCell(members));
  const atRisk = [...groupBy(counted.flatMap(startsOf), atRiskKey)].map(([, members]) => toSeries(members));
  return { cells, speeds, atRisk };
}

type NonEmpty<T> = readonly [T, ...T[]];

/** In the order of the days, then of the keys by code unit. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => { readonly day: number; readonly key: string }) {
  const groups = new Map<string, { readonly day: number; readonly key: string; readonly members: [T, ...T[]] }>();
  for (const item of items) {
    const { day, key } = keyOf(item);
    const name = `${day} ${key}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { day, key, members: [item] });
    else group.members.push(item);
  }
  return [...groups.values()]
    .sort((a, b) => a.day - b.day || (a.key < b.key ? -1 : 1))
    .map(({ key, members }) => [key, members] as const);
}

function cellKey({ change, traits }: CountedChange) {
  return { day: Math.floor(change.mergedAt), key: traitsKey(traits) };
}

/** Ids hold none of the signs between them. */
export function traitsKey(traits: CellTraits): string {
  const { risk, size, authorType, verdict, status, accepted, enforced, watched } = traits;
  return [risk, size, authorType, verdict, status, accepted, enforced, watched, belongingKey(traits)].join('|');
}

export function belongingKey({ projects, controlFor, outsideOf }: Belonging): string {
  return `${projects.join()};${controlFor.join()};${outsideOf.join()}`;
}

function toCell(members: NonEmpty<CountedChange>): ChangeCell {
  const count = (test: (one: CountedChange) => boolean) => members.filter(test).length;
  const [first] = members;
  return {
    day: Math.floor(first.change.mergedAt),
    traits: first.traits,
    changes: members.length,
    deployments: members.reduce((sum, { deployments }) => sum + deployments, 0),
    changedLines: members.reduce((sum, { change }) => sum + Math.max(0, change.changedLines ?? 0), 0),
    reverted: count(({ change }) => change.reverted),
    followUpFixes: count(({ change }) => change.followUpFix),
  };
}

function speedKey({ change, traits }: CountedChange) {
  return { day: Math.floor(change.mergedAt), key: belongingKey(traits) };
}

function toSpeedCell(members: NonEmpty<CountedChange>): SpeedCell {
  const durations = (from: 'openedAt' | 'mergedAt', to: 'mergedAt' | 'deployedAt') =>
    sketchOf(
      DURATIONS,
      members.flatMap(({ change }) => between(change[from], change[to])),
    );
  const [{ change, traits }] = members;
  const { projects, controlFor, outsideOf } = traits;
  return {
    day: Math.floor(change.mergedAt),
    belonging: { projects, controlFor, outsideOf },
    openToMerge: durations('openedAt', 'mergedAt'),
    mergeToDeploy: durations('mergedAt', 'deployedAt'),
    openToDeploy: durations('openedAt', 'deployedAt'),
    reviewRounds: sketchOf(
      COUNTS,
      members.flatMap((one) => one.change.reviewRounds ?? []),
    ),
  };
}

/** Clocks that disagree give a negative wait: the sketch takes it for none. */
function between(from: number | null, to: number | null): number[] {
  return from === null || to === null ? [] : [to - from];
}

interface Start {
  readonly traits: AtRiskTraits;
  readonly day: number;
  readonly group: number;
}

/** The clocks of survival that start for a change. Where the check was enforced, nobody could go without. */
function startsOf({ change, traits }: CountedChange): Start[] {
  const { author, risk, size, statementAccepted, enforced, monitoring, mergedAt, deployedAt } = change;
  const { projects, controlFor, outsideOf } = traits;
  const shared = { risk, size, belonging: { projects, controlFor, outsideOf } };
  const group = authorGroup(author);
  const starts: Start[] = [];
  if (!enforced && statementAccepted !== null) {
    const day = Math.floor(deployedAt ?? mergedAt);
    starts.push({ traits: { clock: 'accepted', exposed: statementAccepted, ...shared }, day, group });
  }
  if (monitoring !== null) {
    const day = Math.floor(monitoring.endsAt);
    starts.push({ traits: { clock: 'monitored', exposed: monitoring.confirmed, ...shared }, day, group });
  }
  return starts;
}

function atRiskKey({ traits: { clock, risk, size, exposed, belonging } }: Start) {
  return { day: 0, key: [clock, risk, size, exposed, belongingKey(belonging)].join('|') };
}

function toSeries(members: NonEmpty<Start>): AtRiskSeries {
  const starts: number[] = [];
  for (const { day, group } of [...members].sort((a, b) => a.day - b.day || a.group - b.group)) {
    const last = starts.length - 3;
    if (starts[last] === day && starts[last + 1] === group) starts[last + 2] = (starts[last + 2] ?? 0) + 1;
    else starts.push(day, group, 1);
  }
  return { traits: members[0].traits, starts };
}
