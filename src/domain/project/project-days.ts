import { daysIn, type DayRange } from '../improvement/day.ts';
import type { IncidentKind } from '../incident/incident-kind.ts';
import type { RepositoryRecord } from '../record/repository-record.ts';
import { mergeSketches, type Sketch, sketchSize } from '../record/sketch.ts';

/** What one project did on one day. Changes count on the day of their merge, incidents on the day they began. */
export interface ProjectDay {
  changes: number;
  /** Reverted, or the cause of a regression or an incident; each change once. */
  failedChanges: number;
  /** Windows of the day's changes that somebody confirmed, and those that nobody did in time. */
  confirmed: number;
  lapsed: number;
  readonly incidents: Record<IncidentKind, number>;
  /** Days from opening to the end of the wait, see `ProjectDays.leadTimeUntil`. */
  leadTime: Sketch;
  reviewRounds: Sketch;
}

/** One project, day by day. */
export interface ProjectDays {
  readonly range: DayRange;
  readonly days: readonly ProjectDay[];
  /** Where the project's changes are not known to have been deployed, lead times end with the merge. */
  readonly leadTimeUntil: 'deployment' | 'merge';
  /** Whether any change of the record, of whatever time, is the project's. */
  readonly known: boolean;
  /** The first day of the record's changes, the project's or others'; `null` of an empty record. */
  readonly recordedFrom: number | null;
}

export type DayCount = (day: ProjectDay) => number;

/** The primary endpoint: regressions and incidents. Inquiries and near misses rise with better monitoring. */
export const incidentsOn: DayCount = ({ incidents }) => incidents.regression + incidents.incident;
export const regressionsOn: DayCount = ({ incidents }) => incidents.regression;
export const nearMissesOn: DayCount = ({ incidents }) => incidents['near-miss'];
export const changesOn: DayCount = ({ changes }) => changes;
/** Windows that ended by themselves: an incident or a revert ends them before anybody is asked. */
export const endedWindowsOn: DayCount = ({ confirmed, lapsed }) => confirmed + lapsed;

/** Weeks of the range in which anything was recorded: what nobody wrote down is not held against a project. */
export function weeksCovered({ range, recordedFrom }: ProjectDays): number {
  return Math.max(0, range.to - Math.max(range.from, recordedFrom ?? range.to)) / 7;
}

/** Counts a project's days. Its cost grows with cells and incidents, not with changes. */
export function countProjectDays(record: RepositoryRecord, projectId: string, range: DayRange): ProjectDays {
  const days = Array.from({ length: daysIn(range) }, emptyDay);
  const at = (day: number) => days[Math.floor(day) - range.from];
  let known = false;
  for (const { day, traits, changes, reverted } of record.cells) {
    if (!traits.projects.includes(projectId)) continue;
    known = true;
    const found = at(day);
    if (found === undefined) continue;
    found.changes += changes;
    found.failedChanges += reverted;
    if (traits.watched === 'done') found.confirmed += changes;
    if (traits.watched === 'lapsed') found.lapsed += changes;
  }
  for (const { observed, projects } of record.incidents) {
    const found = at(observed.startedAt);
    if (found !== undefined && projects.includes(projectId)) found.incidents[observed.kind] += 1;
  }
  for (const day of failuresBesideReverts(record, projectId)) {
    const found = at(day);
    if (found !== undefined) found.failedChanges += 1;
  }
  const leadTimeUntil = addSpeeds(record, projectId, at);
  return { range, days, leadTimeUntil, known, recordedFrom: record.cells[0]?.day ?? null };
}

function emptyDay(): ProjectDay {
  const incidents = { regression: 0, incident: 0, inquiry: 0, 'near-miss': 0 };
  return { changes: 0, failedChanges: 0, confirmed: 0, lapsed: 0, incidents, leadTime: [], reviewRounds: [] };
}

/** Merge days of the project's changes that broke something and were not reverted: those that were are counted already. */
function failuresBesideReverts({ incidents, named }: RepositoryRecord, projectId: string): readonly number[] {
  const causes = new Set(
    incidents.flatMap(({ observed: { kind }, causedBy }) =>
      causedBy !== null && (kind === 'regression' || kind === 'incident') ? [causedBy] : [],
    ),
  );
  return [...causes].flatMap((unit) => {
    const found = named.get(unit);
    if (found === undefined || found.change.reverted || !found.projects.includes(projectId)) return [];
    return [found.change.mergedAt];
  });
}

function addSpeeds(
  { speeds }: RepositoryRecord,
  projectId: string,
  at: (day: number) => ProjectDay | undefined,
): ProjectDays['leadTimeUntil'] {
  const own = speeds.flatMap((speed) => {
    const day = speed.belonging.projects.includes(projectId) ? at(speed.day) : undefined;
    return day === undefined ? [] : [{ day, speed }];
  });
  const deployed = own.some(({ speed }) => sketchSize(speed.openToDeploy) > 0);
  for (const { day, speed } of own) {
    day.leadTime = mergeSketches([day.leadTime, deployed ? speed.openToDeploy : speed.openToMerge]);
    day.reviewRounds = mergeSketches([day.reviewRounds, speed.reviewRounds]);
  }
  return deployed ? 'deployment' : 'merge';
}
