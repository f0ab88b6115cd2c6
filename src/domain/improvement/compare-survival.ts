import { type ClusteredLogRank, type ClusteredSurvival, clusteredLogRank } from '../stats/clustered-log-rank.ts';
import { kaplanMeier, type Survival } from '../stats/kaplan-meier.ts';
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
  /** Inside risk × size strata, variance between authors. */
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

const LOOKS = [7, 30, 90];

/**
 * Layer 7: days from release to the first linked incident, censored at the last look. *Monitored* starts at the end of
 * the window (a landmark): a window that an incident cut short could not be confirmed, and counting from the release
 * would turn that into an effect. Authors choose to state and to confirm, so a difference is no proof of effect.
 */
export function compareSurvival(
  changes: readonly MergedChange[],
  incidents: readonly ResolvedIncident[],
  today: Day,
): SurvivalLayer {
  const first = firstIncidents(incidents);
  const accepted = changes.flatMap((change) => {
    if (change.enforced || change.statementAccepted === null) return [];
    const released = change.deployedAt ?? change.mergedAt;
    return follow(change, released, change.statementAccepted, first.get(change.id) ?? null, today);
  });
  const monitored = changes.flatMap((change) => {
    const incident = first.get(change.id) ?? null;
    if (change.monitoring === null || (incident !== null && incident < change.monitoring.endsAt)) return [];
    return follow(change, change.monitoring.endsAt, change.monitoring.confirmed, incident, today);
  });
  return { accepted: compare(accepted), monitored: compare(monitored) };
}

function firstIncidents(incidents: readonly ResolvedIncident[]): ReadonlyMap<string, Day> {
  const first = new Map<string, Day>();
  for (const { incident, cause } of incidents) {
    if (cause === null) continue;
    first.set(cause.change.id, Math.min(incident.startedAt, first.get(cause.change.id) ?? incident.startedAt));
  }
  return first;
}

/** Nobody, when the clock would start after the last look. */
function follow(
  change: MergedChange,
  from: Day,
  exposed: boolean,
  incident: Day | null,
  today: Day,
): ClusteredSurvival[] {
  if (!(from < today)) return [];
  const event = incident !== null && incident <= today;
  const time = Math.max(0, (event ? incident : today) - from);
  return [{ time, event, exposed, cluster: change.author, stratum: stratumOf(change) }];
}

function compare(subjects: readonly ClusteredSurvival[]): SurvivalComparison {
  const exposed = subjects.filter((one) => one.exposed);
  const others = subjects.filter((one) => !one.exposed);
  const possible = exposed.length > 0 && others.length > 0;
  return {
    exposed: group(exposed),
    others: group(others),
    test: possible ? clusteredLogRank(subjects) : null,
    problem: possible ? null : 'no-comparison-group',
  };
}

function group(subjects: readonly Survival[]): SurvivalGroup {
  const { steps } = kaplanMeier(subjects);
  const longest = subjects.reduce((max, { time }) => Math.max(max, time), 0);
  const at = LOOKS.filter((day) => day <= longest).map((day) => {
    const step = steps.findLast(({ time }) => time <= day);
    return { day, share: step?.survival ?? 1, error: step ? step.error : 0 };
  });
  return { changes: subjects.length, events: subjects.filter(({ event }) => event).length, at };
}
