import type { Estimate } from '../improvement/estimate.ts';
import type { MonitoringWindow } from '../monitoring/monitoring-window.ts';
import type { Project } from '../project/project.ts';
import type { RecordedIncident, RepositoryRecord } from '../record/repository-record.ts';
import { assessQuality } from './assess-quality.ts';
import { dayOf } from '../calendar.ts';
import { findHotPaths } from './find-hot-paths.ts';
import { inPeriod } from './in-period.ts';
import { listAwaitingLinks } from './list-awaiting-links.ts';
import { measureHabits } from './measure-habits.ts';
import { measurePace } from './measure-pace.ts';
import { previousPeriod } from './period-at.ts';
import type { Report } from './report.ts';
import type { ReportPeriod } from './report-period.ts';
import { scopeRecord } from './scope-record.ts';
import { tellWhatHappened } from './tell-what-happened.ts';
import { tellWhatWasPromised } from './tell-what-was-promised.ts';
import { tellWhatWasTried } from './tell-what-was-tried.ts';
import type { TriedAction } from './tried-action.ts';

export interface ReportFacts {
  /** `owner/name` */
  readonly repository: string;
  /** `null`: the whole repository. */
  readonly project: Project | null;
  readonly period: ReportPeriod;
  readonly record: RepositoryRecord;
  /** Of the same repository or project. */
  readonly estimates: readonly Estimate[];
  /** Ids of actions that were written over since they were registered, with when that was (ISO 8601). */
  readonly rewritten: ReadonlyMap<string, string>;
  /** All that are configured. */
  readonly projects: readonly Project[];
  /** Those opened in the period. */
  readonly windows: readonly Pick<MonitoringWindow, 'openedBy'>[];
  /** Whether an incident's own words may be shown to those who read the report. */
  readonly maySee: (incident: RecordedIncident) => boolean;
}

/** Puts a report together. Its cost grows with cells, incidents and actions, not with the number of changes. */
export function buildReport(facts: ReportFacts): Report {
  const { repository, project, period } = facts;
  const record = scopeRecord(facts.record, project?.id ?? null, period.to);
  const previous = previousPeriod(period);
  const now = inPeriod(record, period);
  const before = inPeriod(record, previous);
  const cells = { now: now.cells, before: before.cells };
  const tried = facts.estimates.map((estimate) => {
    return tellWhatWasTried(estimate, facts.rewritten.get(estimate.action.id) ?? null);
  });
  return {
    repository,
    project: project && { id: project.id, title: project.title },
    period,
    previous,
    at: record.at,
    complete: dayOf(record.at) >= dayOf(period.to),
    empty: record.cells.length === 0 && record.incidents.length === 0,
    verdict: verdictOf(tried),
    happened: tellWhatHappened(record, period, previous),
    promised: tellWhatWasPromised(facts.record, project ? [project] : facts.projects),
    tried,
    habits: measureHabits(cells, record.cells),
    pace: measurePace({ now, before }, { now: period, before: previous }, record.at),
    hotPaths: findHotPaths(record, period.to),
    awaiting: listAwaitingLinks(record, facts.maySee),
    quality: assessQuality(now, facts.windows),
  };
}

function verdictOf(tried: readonly TriedAction[]): Report['verdict'] {
  const [first] = tried;
  if (first === undefined) return 'none';
  return tried.every(({ answer }) => answer === first.answer) ? first.answer : 'mixed';
}
