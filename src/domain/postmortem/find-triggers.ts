import { DAY_MS, dayOf } from '../calendar.ts';
import { chartRate } from '../improvement/chart-rate.ts';
import type { IncidentKind } from '../incident/incident-kind.ts';
import { findBroken } from '../project/measure-expectations.ts';
import type { Project } from '../project/project.ts';
import type { RepositoryRecord } from '../record/repository-record.ts';
import { CHARTED, type Charted, subjectOf, type Trigger, type TriggerCause } from './trigger.ts';

/** Weeks are charted from Mondays alone: looking at all seven starts would cry wolf more often. */
const MONDAY = 0;
/** A year and four weeks: what happened longer ago says little of how the project is now. */
const CHARTED_DAYS = 392;
/** The last four weeks are judged by what was before them. Older signals are history. */
const RECENT_DAYS = 28;

const KINDS: Readonly<Record<Charted, readonly IncidentKind[]>> = {
  incidents: ['regression', 'incident'],
  'near-misses': ['near-miss'],
};

/**
 * Why a project needs a postmortem now: an expectation is broken, or a control chart signals that incidents or near
 * misses became more (layer 1 of the evidence: a point beyond the limits, or eight on one side, with at least 20 weeks
 * before). A run of near misses is such a signal of theirs: eight waits in a row shorter than usual, or one that is
 * beyond the limits. What was heard of the same subject less than 28 days ago is not said again.
 */
export function findTriggers(
  record: RepositoryRecord,
  project: Pick<Project, 'id' | 'expectations'>,
  heard: readonly Trigger[],
): readonly TriggerCause[] {
  const now = Date.parse(record.at);
  const recent = new Set(
    heard
      .filter(({ heardAt }) => now - Date.parse(heardAt) < RECENT_DAYS * DAY_MS)
      .map(({ cause }) => subjectOf(cause)),
  );
  const found = [
    ...brokenExpectations(record, project),
    ...CHARTED.flatMap((of) => chartSignals(record, project.id, of)),
  ];
  return found.filter((cause) => !recent.has(subjectOf(cause)));
}

function brokenExpectations(
  record: RepositoryRecord,
  project: Pick<Project, 'id' | 'expectations'>,
): readonly TriggerCause[] {
  return findBroken(record, project).flatMap(({ measure, target, value, counted, outOf }) =>
    value === null ? [] : [{ kind: 'expectation-broken' as const, measure, target, value, counted, outOf }],
  );
}

/** The newest rise of the last four weeks; `[]` where there was none, or not enough to tell. */
function chartSignals(record: RepositoryRecord, projectId: string, of: Charted): readonly TriggerCause[] {
  const today = Math.floor(dayOf(record.at)) + 1;
  const first = record.cells.find(({ traits }) => traits.projects.includes(projectId))?.day ?? today;
  const span = { from: Math.max(first, today - CHARTED_DAYS), to: today };
  const merges = record.cells
    .filter(({ day, traits }) => day >= span.from && traits.projects.includes(projectId))
    .map(({ day, changes }) => ({ day, changes }));
  const incidents = record.incidents
    .filter(({ observed, projects }) => KINDS[of].includes(observed.kind) && projects.includes(projectId))
    .map(({ observed }) => observed.startedAt)
    .filter((day) => day >= span.from);
  const { signals } = chartRate({ merges, incidents }, span, today - RECENT_DAYS, MONDAY);
  const newest = (signals ?? []).filter(({ day, direction }) => direction === 'up' && day > today - RECENT_DAYS).at(-1);
  if (newest === undefined) return [];
  const { rule, day, since } = newest;
  return [{ kind: 'chart-signal', of, rule, day: Math.floor(day), since: Math.floor(since) }];
}
