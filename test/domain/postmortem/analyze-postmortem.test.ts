import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar.ts';
import type { IncidentSource } from '../../../src/domain/incident/incident.ts';
import { analyzePostmortem } from '../../../src/domain/postmortem/analyze-postmortem.ts';
import type { Postmortem } from '../../../src/domain/postmortem/postmortem.ts';
import { cellOf, incidentOf, namedOf, recordOf, REPOSITORY_ID } from '../../support/report/sample-record.ts';

const OPENED = '2026-09-10T12:00:00Z';
const MERGED = '2026-09-08T09:00:00Z';
const CAUGHT = '2026-09-08T15:30:00Z';

const postmortem: Postmortem = {
  repositoryId: REPOSITORY_ID,
  projectId: 'refactor',
  sequence: 1,
  openedAt: OPENED,
  openSince: OPENED,
  closedAt: null,
  closedBy: null,
  triggers: [{ cause: { kind: 'asked', number: 5, commentId: 6 }, heardAt: OPENED }],
  told: 1,
  issue: null,
  comments: { table: null, boxes: null },
};

/** Counted from the merge, and seen later. */
function near(source: IncidentSource) {
  const seen = incidentOf(4, CAUGHT, { kind: 'near-miss', source, startedAt: MERGED, causedBy: '#3' });
  return { ...seen, projects: ['refactor'], observed: { ...seen.observed, startedAt: dayOf(MERGED) } };
}

function timelineOf(source: IncidentSource) {
  const named = namedOf(3, ['ledger']);
  const change = { ...named.change, mergedAt: dayOf(MERGED) };
  const record = recordOf(OPENED, {
    cells: [cellOf('2026-09-08', { projects: ['refactor'] })],
    incidents: [near(source)],
    named: new Map([['#3', { ...named, projects: ['refactor'], change }]]),
  });
  return analyzePostmortem(record, [], postmortem).timeline.map(({ at, kind }) => [kind, at]);
}

describe('the timeline of a postmortem', () => {
  it('tells of an emergency revert when the trouble was caught, not when it was merged', () => {
    expect(timelineOf('revert')).toEqual([
      ['merged', dayOf(MERGED)],
      ['incident', dayOf(CAUGHT)],
    ]);
  });

  it('tells of other incidents when they began', () => {
    expect(timelineOf('issue')).toEqual([
      ['merged', dayOf(MERGED)],
      ['incident', dayOf(MERGED)],
    ]);
  });
});
