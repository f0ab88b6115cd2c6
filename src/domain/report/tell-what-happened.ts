import { INCIDENT_KINDS } from '../incident/incident-kind.ts';
import type { RecordedIncident, RepositoryRecord } from '../record/repository-record.ts';
import { poissonRate } from '../stats/poisson-rate.ts';
import { chartTrend } from './chart-trend.ts';
import type { CauseRow, Happened, PeriodRate } from './happened.ts';
import { countChanges, inPeriod, type PeriodRecord } from './in-period.ts';
import { countKinds, isRated } from './kind-counts.ts';
import type { Pair, ReportPeriod } from './report-period.ts';

/** Kinds × causes, the rate, and the weekly trend up to the period's end or the last look. */
export function tellWhatHappened(record: RepositoryRecord, period: ReportPeriod, previous: ReportPeriod): Happened {
  const now = inPeriod(record, period);
  const before = inPeriod(record, previous);
  const kindsNow = countKinds(now.incidents);
  const kindsBefore = countKinds(before.incidents);
  const rate: Pair<PeriodRate> = { now: ratePer100(now), before: ratePer100(before) };
  return {
    kinds: INCIDENT_KINDS.map((kind) => ({ kind, now: kindsNow[kind], before: kindsBefore[kind] })),
    rate,
    causes: tabulateCauses(now.incidents),
    trend: chartTrend(record, period),
  };
}

function ratePer100({ cells, incidents }: PeriodRecord): PeriodRate {
  const merged = countChanges(cells);
  const events = incidents.filter(isRated).length;
  const { rate, interval } = poissonRate({ events, exposure: merged / 100 });
  return { incidents: events, merged, per100: rate, interval };
}

function tabulateCauses(incidents: readonly RecordedIncident[]): CauseRow[] {
  const byCause = new Map<string | null, RecordedIncident[]>();
  for (const one of incidents) {
    const causes = new Set<string | null>(one.incident.causes);
    if (causes.size === 0) causes.add(null);
    for (const cause of causes) byCause.set(cause, [...(byCause.get(cause) ?? []), one]);
  }
  return [...byCause]
    .map(([cause, found]) => ({ cause, kinds: countKinds(found), total: found.length }))
    .sort((a, b) => b.total - a.total || compareCauses(a.cause, b.cause));
}

/** What nobody named comes last among equals. */
function compareCauses(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
