import type { Project } from '../../../src/domain/project/project.ts';
import { describe, expect, it } from 'vitest';
import { buildReport, type ReportFacts } from '../../../src/domain/report/build-report.ts';
import { isoDay } from '../../../src/domain/calendar.ts';
import { periodAt } from '../../../src/domain/report/period-at.ts';
import { parsePeriod } from '../../../src/domain/report/parse-period.ts';
import { cellOf, incidentOf, namedOf, recordOf, speedOf } from '../../support/report/sample-record.ts';

const AUGUST = parsePeriod('2026-08', 0) ?? periodAt('month', 0);

function factsOf(facts: Partial<ReportFacts> = {}): ReportFacts {
  return {
    repository: 'acme/shop',
    project: null,
    period: AUGUST,
    record: recordOf('2026-09-02T00:00:00Z'),
    estimates: [],
    projects: [],
    rewritten: new Map(),
    windows: [],
    maySee: () => true,
    ...facts,
  };
}

const REFACTOR: Project = {
  id: 'refactor',
  title: 'Large refactor',
  match: { labels: [], branches: [], paths: [], milestones: [], titlePrefixes: [], authors: [], teams: [] },
  expectations: [
    { measure: 'incidents-per-28d', target: 4 },
    { measure: 'monitored', target: 0.95 },
  ],
  agreedBy: [],
  stopTheLine: 'off',
};

describe('buildReport', () => {
  it('says so when there is nothing, without a number that is none', () => {
    const report = buildReport(factsOf());
    expect(report).toMatchObject({
      empty: true,
      complete: true,
      verdict: 'none',
      tried: [],
      hotPaths: [],
      awaiting: [],
    });
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
    expect(report.happened.rate.now).toEqual({
      incidents: 0,
      merged: 0,
      per100: null,
      interval: { lower: 0, upper: null },
    });
    expect(report.happened.trend).toEqual({ weeks: [], center: null, baselineWeeks: 0 });
    expect(report.pace.openToMerge.now).toEqual({ of: 0, p50: null, p90: null });
  });

  it('counts what lies in the period and in the one before, by UTC days', () => {
    const record = recordOf('2026-09-02T00:00:00Z', {
      cells: [
        cellOf('2026-07-01', {}, { changes: 40 }),
        cellOf('2026-07-31', {}, { changes: 10 }),
        cellOf('2026-08-01', {}, { changes: 60 }),
        cellOf('2026-08-31', {}, { changes: 40 }),
        cellOf('2026-09-01', {}, { changes: 1_000 }),
      ],
      incidents: [
        incidentOf(1, '2026-07-31T23:59:59Z', { kind: 'regression' }),
        incidentOf(2, '2026-08-01T00:00:00Z', { kind: 'regression', causes: ['code', 'process'] }),
        incidentOf(3, '2026-08-31T23:59:59Z', { kind: 'near-miss', causes: ['code'] }),
        incidentOf(4, '2026-08-12T00:00:00Z', { kind: 'inquiry' }),
        incidentOf(5, '2026-09-01T00:00:00Z', { kind: 'incident' }),
      ],
    });
    const { happened, pace } = buildReport(factsOf({ record }));
    expect(happened.kinds).toEqual([
      { kind: 'regression', now: 1, before: 1 },
      { kind: 'incident', now: 0, before: 0 },
      { kind: 'inquiry', now: 1, before: 0 },
      { kind: 'near-miss', now: 1, before: 0 },
    ]);
    expect(happened.rate.now).toMatchObject({ incidents: 1, merged: 100, per100: 1 });
    expect(happened.rate.before).toMatchObject({ incidents: 1, merged: 50, per100: 2 });
    expect(happened.causes.map(({ cause, total }) => [cause, total])).toEqual([
      ['code', 2],
      ['process', 1],
      [null, 1],
    ]);
    expect(pace.merged).toEqual({ now: 100, before: 50 });
    expect(pace.perWeek.now).toBeCloseTo(100 / (31 / 7), 10);
  });

  it('draws limits only from 20 weeks before the period, and calls the week that breaks them', () => {
    const weeks = Array.from({ length: 36 }, (_, i) => 20_461 + 7 * i); // 2026-01-08, a Thursday
    const record = recordOf('2026-09-02T00:00:00Z', {
      cells: weeks.map((day) => cellOf(isoDay(day), {}, { changes: 50 })),
      incidents: [
        ...weeks.filter((_, i) => i % 2 === 0).map((day, i) => incidentOf(i, `${isoDay(day)}T10:00:00Z`)),
        ...Array.from({ length: 9 }, (_, i) => incidentOf(100 + i, '2026-08-05T10:00:00Z')),
      ],
    });
    const { trend } = buildReport(factsOf({ record })).happened;
    expect(trend.baselineWeeks).toBeGreaterThanOrEqual(20);
    expect(trend.weeks.filter(({ signal }) => signal).map(({ week }) => week)).toEqual(['2026-08-03']);
    expect(trend.weeks.every(({ week }) => new Date(week).getUTCDay() === 1)).toBe(true);
    const young = buildReport(factsOf({ record: { ...record, cells: record.cells.slice(12) } })).happened.trend;
    expect(young.center).toBeNull();
    expect(young.weeks.every(({ upper, signal }) => upper === null && !signal)).toBe(true);
  });

  it('measures habits among those who were asked', () => {
    const record = recordOf('2026-09-02T00:00:00Z', {
      cells: [
        cellOf(
          '2026-07-02',
          { risk: 'high', verdict: 'placeholder', status: 'missing', accepted: false },
          { changes: 5 },
        ),
        cellOf('2026-07-03', { risk: 'high' }, { changes: 5 }),
        cellOf('2026-08-02', { risk: 'high', enforced: true, watched: 'done' }, { changes: 8 }),
        cellOf('2026-08-03', { risk: 'high', enforced: true, status: 'overridden', watched: 'lapsed' }, { changes: 2 }),
        cellOf('2026-08-04', { status: 'exempt', verdict: 'missing', watched: 'open' }, { changes: 10 }),
        cellOf('2026-08-05', { verdict: 'none', status: 'none' }, { changes: 4 }),
        cellOf('2026-08-06', { status: null, verdict: null, accepted: null, risk: 'none' }, { changes: 6 }),
      ],
    });
    const { habits, quality } = buildReport(
      factsOf({ record, windows: [{ openedBy: 'merge' }, { openedBy: 'deployment' }] }),
    );
    const high = habits.coverage.find(({ level }) => level === 'high');
    expect(high?.now).toMatchObject({ count: 8, of: 10 });
    expect(high?.before).toMatchObject({ count: 5, of: 10 });
    expect(habits.placeholders).toMatchObject({ now: { count: 0, of: 14 }, before: { count: 5, of: 10 } });
    expect(habits.sinceEnforced).toMatchObject({ day: '2026-08-02', before: { count: 5, of: 10 }, since: { of: 14 } });
    expect(habits.monitored.now).toMatchObject({ count: 8, of: 10 });
    expect(habits.windows).toEqual({ open: 10, done: 8, lapsed: 2, incident: 0, reverted: 0 });
    expect(habits.overridden.now).toMatchObject({ count: 2, of: 24 });
    expect(habits.exempt.now).toMatchObject({ count: 10, of: 24 });
    expect(habits.none.now).toMatchObject({ count: 4, of: 14 });
    expect(quality.openedByMerge).toMatchObject({ count: 1, of: 2 });
    expect(quality.unjudged).toMatchObject({ count: 6, of: 30 });
  });

  it('finds hot paths, lists what awaits a person, and hides what may not be seen', () => {
    const record = recordOf('2026-09-02T00:00:00Z', {
      incidents: [
        incidentOf(1, '2025-08-01T00:00:00Z', { causedBy: '#1' }),
        incidentOf(2, '2026-05-01T00:00:00Z', { causedBy: '#1', kind: 'regression' }),
        incidentOf(3, '2026-08-01T00:00:00Z', { causedBy: '#2', certainty: 'likely', suspects: [['#2', 0.8]] }),
        incidentOf(4, '2026-08-02T00:00:00Z', {
          suspects: [
            ['#1', 0.2],
            ['#2', 0.3],
            ['#9', 0.4],
          ],
        }),
        incidentOf(5, '2026-08-03T00:00:00Z', { certainty: 'no-change' }),
      ],
      named: new Map([
        ['#1', namedOf(1, ['app/billing', 'app/cart'])],
        ['#2', namedOf(2, ['app/billing'])],
      ]),
    });
    const report = buildReport(factsOf({ record, maySee: ({ observed }) => !observed.id.endsWith('#4') }));
    expect(report.hotPaths.map(({ area, incidents, changes }) => [area, incidents, changes])).toEqual([
      ['app/billing', 2, 2],
      ['app/cart', 1, 1],
    ]);
    expect(report.awaiting.map(({ title, suspects }) => [title, suspects.map(({ unit }) => unit)])).toEqual([
      [null, ['#2', '#1']],
      ['Checkout fails (3)', ['#2']],
    ]);
    expect(report.quality).toMatchObject({ incidents: 3, likely: 1, noChange: 1, unlinked: { count: 1, of: 3 } });
  });

  it('tells a project alone', () => {
    const record = recordOf('2026-08-15T00:00:00Z', {
      cells: [
        cellOf('2026-08-02', { projects: ['refactor'] }, { changes: 3, reverted: 1 }),
        cellOf('2026-08-02', {}, { changes: 9 }),
      ],
      speeds: [speedOf('2026-08-02', [1, 2, 48], ['refactor']), speedOf('2026-08-02', [500, 600, 700])],
      incidents: [
        incidentOf(1, '2026-08-03T00:00:00Z', { projects: ['refactor'], detectedBy: 'Datadog monitor' }),
        incidentOf(2, '2026-08-03T00:00:00Z', { detectedBy: 'Taro' }),
      ],
    });
    const report = buildReport(factsOf({ record, project: REFACTOR, projects: [REFACTOR] }));
    expect(report.complete).toBe(false);
    expect(report.pace.merged.now).toBe(3);
    expect(report.pace.perWeek.now).toBeCloseTo(1.5, 10);
    expect(report.pace.openToMerge.now.of).toBe(3);
    expect(report.pace.openToMerge.now.p50).toBeCloseTo(2 / 24, 2);
    expect(report.pace.reverted.now).toMatchObject({ count: 1, of: 3 });
    expect(report.quality.detectedBy).toEqual({ monitoring: 1, users: 0, people: 0, unknown: 0 });
    expect(JSON.stringify(report)).not.toContain('Taro');
    expect(report.promised).toMatchObject([
      { measure: 'incidents-per-28d', target: 4, actual: 1, state: 'kept', budgetLeft: expect.closeTo(0.75, 9) },
      { measure: 'monitored', actual: null, state: 'cannot-tell', budgetLeft: null, exhaustedOn: null },
    ]);
  });
});
