import { type DayRange, daysIn } from '../improvement/day.ts';
import type { RepositoryRecord } from '../record/repository-record.ts';
import { rateRatio } from '../stats/rate-ratio.ts';
import type { ProjectTrend, TrendPeriod } from './project-analysis.ts';

const WEEK = 7;
const FOUR_WEEKS = 28;

/** A project's counts week by week and by 28 days, by the calendar: for charts and a first look, not for verdicts. */
export function followTrend(record: RepositoryRecord, projectId: string, period: DayRange): ProjectTrend {
  const fourWeeks = countPeriods(record, projectId, period, FOUR_WEEKS);
  const [before, last] = fourWeeks.slice(-2);
  return {
    weeks: countPeriods(record, projectId, period, WEEK),
    fourWeeks,
    recent:
      before === undefined || last === undefined
        ? null
        : rateRatio(
            { events: last.incidents, exposure: last.changes },
            { events: before.incidents, exposure: before.changes },
          ),
  };
}

type Counts = { -readonly [Key in keyof TrendPeriod]: TrendPeriod[Key] };

/** Aligned with the end, so that the newest stretch is whole; what is left over at the start is left out. */
function countPeriods(
  record: RepositoryRecord,
  projectId: string,
  period: DayRange,
  length: number,
): readonly TrendPeriod[] {
  const count = Math.floor(daysIn(period) / length);
  const start = period.to - count * length;
  const periods = Array.from({ length: count }, (_, at): Counts => {
    const from = start + at * length;
    return { from, to: from + length, changes: 0, incidents: 0, nearMisses: 0, restChanges: 0, restIncidents: 0 };
  });
  const at = (day: number) => periods[Math.floor((day - start) / length)];
  for (const { day, traits, changes } of record.cells) {
    const found = at(day);
    if (found === undefined) continue;
    if (traits.projects.includes(projectId)) found.changes += changes;
    else found.restChanges += changes;
  }
  for (const { observed, projects } of record.incidents) {
    const found = at(observed.startedAt);
    if (found === undefined) continue;
    const serious = observed.kind === 'regression' || observed.kind === 'incident';
    if (!projects.includes(projectId)) found.restIncidents += serious ? 1 : 0;
    else if (serious) found.incidents += 1;
    else if (observed.kind === 'near-miss') found.nearMisses += 1;
  }
  return periods;
}
