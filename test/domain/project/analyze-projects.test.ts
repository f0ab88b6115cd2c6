import { describe, expect, it } from 'vitest';
import { analyzeProjects } from '../../../src/domain/project/analyze-projects.ts';
import { rateRatio } from '../../../src/domain/stats/rate-ratio.ts';
import { sampleProject } from './samples.ts';
import { type SampleIncident, sampleRecord, TODAY } from './sample-record.ts';

const period = { from: TODAY - 83, to: TODAY + 1 };

/** Twelve weeks of 100 changes, 12 of them the project’s. */
const changes = Array.from({ length: 12 }, (_, week) => [
  { ago: week * 7 + 2, changes: 12 },
  { ago: week * 7 + 2, changes: 80, projects: [] },
  { ago: week * 7 + 4, changes: 8, projects: ['search'] },
]).flat();

function harm(count: number, one: Omit<SampleIncident, 'ago'>, every = 6): SampleIncident[] {
  return Array.from({ length: count }, (_, i) => ({ causedBy: '#1', ...one, ago: i * every }));
}

const record = sampleRecord(
  [...changes, { ago: 200, changes: 500 }],
  [
    ...harm(11, { kind: 'incident', causes: ['code'] }),
    ...harm(18, { kind: 'incident', projects: [] }, 4),
    ...harm(3, { kind: 'regression' }),
    ...harm(6, { kind: 'regression', projects: [] }),
    ...harm(2, { kind: 'near-miss' }),
    { ago: 100, kind: 'incident', causedBy: '#1' },
    { ago: 5, kind: 'incident', projects: [], causedBy: null },
    { ago: 5, kind: 'inquiry', projects: ['search'], causedBy: null },
  ],
);

describe('analyzeProjects', () => {
  const [refactor, search] = analyzeProjects(record, [sampleProject(), sampleProject({ id: 'search' })], period);

  it('counts what is in the period, and nothing else', () => {
    expect(refactor).toMatchObject({ changes: 144, allChanges: 1200, shareOfChanges: 0.12, unlinked: 1 });
    const incident = refactor?.kinds.find(({ kind }) => kind === 'incident');
    expect(incident).toMatchObject({ incidents: 11, elsewhere: 18, share: 11 / 29 });
    expect(incident?.relativeRisk).toEqual(rateRatio({ events: 11, exposure: 144 }, { events: 18, exposure: 1056 }));
    expect(incident?.adjustedP).toBeLessThan(0.05);
    expect(refactor?.kinds.find(({ kind }) => kind === 'regression')?.adjustedP).toBeGreaterThan(0.05);
  });

  it('takes the word of an incident that names its project', () => {
    expect(search?.kinds.find(({ kind }) => kind === 'inquiry')).toMatchObject({ incidents: 1, elsewhere: 0 });
  });

  it('compares causes by kind', () => {
    expect(refactor?.causes).toMatchObject([{ cause: 'code', kind: 'incident', incidents: 11, elsewhere: 0 }]);
    expect(refactor?.causes[0]?.relativeRisk.central.lower).toBeGreaterThan(1);
  });

  it('follows weeks and 28 days, whole and ending with the period', () => {
    const { weeks = [], fourWeeks = [], recent } = refactor?.trend ?? {};
    expect(weeks).toHaveLength(12);
    expect(weeks.at(-1)).toMatchObject({ from: TODAY - 6, to: TODAY + 1, changes: 12, restChanges: 88 });
    expect(fourWeeks.map((one) => one.changes)).toEqual([48, 48, 48]);
    // Every sixth day from today: five incidents and three regressions fall into the last 28 days.
    expect(fourWeeks.at(-1)).toMatchObject({ incidents: 8, nearMisses: 2 });
    expect(fourWeeks.at(-2)).toMatchObject({ incidents: 5 });
    expect(recent).toEqual(rateRatio({ events: 8, exposure: 48 }, { events: 5, exposure: 48 }));
  });

  it('measures the expectations over the last 28 days of the period', () => {
    const expectations = [{ measure: 'regressions-per-28d', target: 2 } as const];
    const [one] = analyzeProjects(record, [sampleProject({ expectations })], period);
    expect(one?.expectations).toMatchObject([{ value: 3, status: 'broken' }]);
  });

  it('a short period has no trend, an empty record no shares', () => {
    const [short] = analyzeProjects(record, [sampleProject()], { from: TODAY - 20, to: TODAY + 1 });
    expect(short?.trend).toMatchObject({ fourWeeks: [], recent: null });
    const [empty] = analyzeProjects(sampleRecord([]), [sampleProject()], period);
    expect(empty).toMatchObject({ changes: 0, shareOfChanges: null, causes: [] });
  });
});
