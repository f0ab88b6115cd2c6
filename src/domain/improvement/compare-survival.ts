import { AUTHOR_GROUPS, authorGroup } from '../record/author-group.ts';
import type { AtRiskSeries, AtRiskTraits } from '../record/change-cell.ts';
import {
  type ClusteredLogRank,
  type ClusteredSurvival,
  clusteredLogRank,
  countSubjects,
} from '../stats/clustered-log-rank.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import type { Day } from './day.ts';
import type { MergedChange } from './merged-change.ts';
import type { ResolvedIncident } from './resolve-incidents.ts';
import { stratumOf } from './tally-days.ts';

/** Share of changes still without an incident some days on. */
export interface SurvivalAt {
  readonly day: number;
  readonly share: number;
  /** Greenwood's; `null` where nobody is left. */
  readonly error: number | null;
}

export interface SurvivalGroup {
  readonly changes: number;
  readonly events: number;
  readonly at: readonly SurvivalAt[];
}

export interface SurvivalComparison {
  readonly exposed: SurvivalGroup;
  readonly others: SurvivalGroup;
  /** Inside risk × size strata, variance between groups of authors. */
  readonly test: ClusteredLogRank | null;
  /** `no-comparison-group`: nobody, or everybody, was exposed. */
  readonly problem: 'no-comparison-group' | null;
}

export interface SurvivalLayer {
  /** Statement accepted or not, among changes that advise mode would have let through either way. */
  readonly accepted: SurvivalComparison;
  /** Window confirmed or not, from the end of the window, among changes without an incident until then. */
  readonly monitored: SurvivalComparison;
}

/** Everybody whose clock runs, as if nothing had happened to anybody. */
export interface FollowedChanges {
  readonly accepted: readonly ClusteredSurvival[];
  readonly monitored: readonly ClusteredSurvival[];
}

const LOOKS = [7, 30, 90];

/** Costs more than all the rest of the layer: once is enough for actions that touch the same changes. */
export function followChanges(atRisk: readonly AtRiskSeries[], today: Day): FollowedChanges {
  return { accepted: follow(atRisk, 'accepted', today), monitored: follow(atRisk, 'monitored', today) };
}

/**
 * Layer 7: whole days from release to the first linked incident, censored at the last look. *Monitored* starts at the
 * end of the window (a landmark): a window that an incident cut short could not be confirmed, and counting from the
 * release would turn that into an effect. Authors choose to state and to confirm, so a difference is no proof of effect.
 */
export function compareSurvival(
  { accepted: ofAccepted, monitored: ofMonitored }: FollowedChanges,
  incidents: readonly ResolvedIncident[],
  today: Day,
): SurvivalLayer {
  const caused = firstIncidents(incidents);
  const accepted = caused.flatMap(({ change, incident }) => {
    const { enforced, statementAccepted, deployedAt, mergedAt } = change;
    if (enforced || statementAccepted === null) return [];
    return fail(change, { from: deployedAt ?? mergedAt, exposed: statementAccepted, incident, today });
  });
  const monitored = caused.flatMap(({ change, incident }) => {
    if (change.monitoring === null) return [];
    const { endsAt, confirmed } = change.monitoring;
    const failed = fail(change, { from: endsAt, exposed: confirmed, incident, today });
    // It never reached the landmark: it is taken out, and its event does not count.
    return incident < endsAt ? failed.filter(({ event }) => !event) : failed;
  });
  return {
    accepted: compare([...ofAccepted, ...accepted]),
    monitored: compare([...ofMonitored, ...monitored]),
  };
}

interface CausedIncident {
  readonly change: MergedChange;
  readonly incident: Day;
}

/** The first incident of each change that caused one. */
function firstIncidents(incidents: readonly ResolvedIncident[]): readonly CausedIncident[] {
  const first = new Map<string, CausedIncident>();
  for (const { incident, cause } of incidents) {
    if (cause === null) continue;
    const known = first.get(cause.change.id);
    if (known !== undefined && known.incident <= incident.startedAt) continue;
    first.set(cause.change.id, { change: cause.change, incident: incident.startedAt });
  }
  return [...first.values()];
}

/**
 * Everybody, as if nothing had happened to anybody; nobody whose clock would start after the last look. One row a day,
 * stratum and group, whatever else the series tell apart.
 */
function follow(atRisk: readonly AtRiskSeries[], clock: AtRiskTraits['clock'], today: Day): ClusteredSurvival[] {
  const running = atRisk.filter(({ traits }) => traits.clock === clock);
  const alike = Map.groupBy(running, ({ traits }) => `${traits.exposed} ${stratumOf(traits)}`);
  return [...alike.values()].flatMap((series) => {
    const [first] = series;
    if (first === undefined) return [];
    const shared = { event: false, exposed: first.traits.exposed, stratum: stratumOf(first.traits) };
    return authorsByDay(series).flatMap(({ day, clusters }) => {
      return day < today ? [{ ...shared, time: Math.floor(today) - day, clusters }] : [];
    });
  });
}

/** Each day's changes by author group: group, changes, group, changes, … All days lie in one buffer: they are many. */
function authorsByDay(series: readonly AtRiskSeries[]): { readonly day: number; readonly clusters: Int32Array }[] {
  const rows = new Map<number, number>();
  for (const { starts } of series) {
    for (let i = 0; i < starts.length; i += 3) {
      const day = starts[i] ?? 0;
      if (day !== starts[i - 3] && !rows.has(day)) rows.set(day, rows.size);
    }
  }
  const counts = new Int32Array(rows.size * AUTHOR_GROUPS);
  for (const { starts } of series) {
    let row = 0;
    for (let i = 0; i < starts.length; i += 3) {
      const day = starts[i] ?? 0;
      if (day !== starts[i - 3]) row = (rows.get(day) ?? 0) * AUTHOR_GROUPS;
      const at = row + (starts[i + 1] ?? 0);
      counts[at] = (counts[at] ?? 0) + (starts[i + 2] ?? 0);
    }
  }
  const pairs = new Int32Array(2 * counts.reduce((known, count) => (count > 0 ? known + 1 : known), 0));
  let used = 0;
  return [...rows].map(([day, row]) => {
    const from = used;
    for (let group = 0; group < AUTHOR_GROUPS; group++) {
      const count = counts[row * AUTHOR_GROUPS + group] ?? 0;
      if (count <= 0) continue;
      pairs[used++] = group;
      pairs[used++] = count;
    }
    return { day, clusters: pairs.subarray(from, used) };
  });
}

/** Takes a change out of those to whom nothing happened, and puts it among those who had an incident. */
function fail(
  change: MergedChange,
  { from, exposed, incident, today }: { from: Day; exposed: boolean; incident: Day; today: Day },
): ClusteredSurvival[] {
  const day = Math.floor(from);
  if (!(day < today) || incident > today) return [];
  const shared = { exposed, stratum: stratumOf(change) };
  const group = authorGroup(change.author);
  return [
    { ...shared, time: Math.floor(today) - day, event: false, clusters: [group, -1] },
    { ...shared, time: Math.max(0, Math.floor(incident) - day), event: true, clusters: [group, 1] },
  ];
}

function compare(subjects: readonly ClusteredSurvival[]): SurvivalComparison {
  const exposed = group(subjects.filter((one) => one.exposed));
  const others = group(subjects.filter((one) => !one.exposed));
  const possible = exposed.changes > 0 && others.changes > 0;
  return {
    exposed,
    others,
    test: possible ? clusteredLogRank(subjects) : null,
    problem: possible ? null : 'no-comparison-group',
  };
}

function group(subjects: readonly ClusteredSurvival[]): SurvivalGroup {
  const counted = subjects.map(({ time, event, clusters }) => ({ time, event, count: countSubjects(clusters) }));
  const { steps } = kaplanMeier(counted);
  const changes = counted.reduce((sum, { count }) => sum + count, 0);
  const events = counted.reduce((sum, { event, count }) => (event ? sum + count : sum), 0);
  const longest = counted.reduce((max, { time }) => Math.max(max, time), 0);
  const at = LOOKS.filter((day) => day <= longest).map((day) => {
    const step = steps.findLast(({ time }) => time <= day);
    return { day, share: step?.survival ?? 1, error: step ? step.error : 0 };
  });
  return { changes, events, at };
}
