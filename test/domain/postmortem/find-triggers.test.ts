import { describe, expect, it } from 'vitest';
import { findTriggers } from '../../../src/domain/postmortem/find-triggers.ts';
import type { Trigger, TriggerCause } from '../../../src/domain/postmortem/trigger.ts';
import type { Expectation } from '../../../src/domain/project/expectation.ts';
import type { RecordedIncident, RepositoryRecord } from '../../../src/domain/record/repository-record.ts';
import { isoDay } from '../../../src/domain/calendar.ts';
import { seededRandom } from '../../../src/domain/stats/seeded-random.ts';
import { cellOf, incidentOf } from '../../support/report/sample-record.ts';

/** A Monday. */
const START = Date.UTC(2026, 0, 5) / 86_400_000;
const WEEKS = 40;
const AT = isoDay(START + WEEKS * 7 - 1);

interface Week {
  readonly incidents: number;
  readonly nearMisses?: number;
}

function recordOf(weekOf: (week: number) => Week, at = AT, weeks = WEEKS): RepositoryRecord {
  const incidents: RecordedIncident[] = [];
  const cells = Array.from({ length: weeks }, (_, week) => {
    const day = START + week * 7;
    const { incidents: count, nearMisses = 0 } = weekOf(week);
    for (let i = 0; i < count + nearMisses; i += 1) {
      const kind = i < count ? 'incident' : 'near-miss';
      const moment = `${isoDay(day + (i % 7))}T0${Math.min(9, i)}:00:00Z`;
      incidents.push(incidentOf(week * 100 + i, moment, { kind, projects: ['refactor'] }));
    }
    // Uneven exposure, so that the chart is a u chart.
    return cellOf(isoDay(day), { projects: ['refactor'] }, { changes: week % 2 === 0 ? 20 : 30 });
  });
  return { repositoryId: 7, cells, speeds: [], atRisk: [], incidents, named: new Map(), at: `${at}T23:00:00Z` };
}

const triggers = (
  record: RepositoryRecord,
  expectations: readonly Expectation[] = [],
  heard: readonly Trigger[] = [],
) => findTriggers(record, { id: 'refactor', expectations }, heard);
const heardAs = (cause: TriggerCause, heardAt: string): Trigger => ({ cause, heardAt });

const STEADY = (week: number) => 3 + (week % 3);

describe('findTriggers', () => {
  it('a quiet project needs no postmortem', () => {
    expect(triggers(recordOf((week) => ({ incidents: STEADY(week) })))).toEqual([]);
    expect(triggers(recordOf(() => ({ incidents: 0 })))).toEqual([]);
  });

  it('a week beyond the limits is a signal', () => {
    const record = recordOf((week) => ({ incidents: week === WEEKS - 2 ? 20 : STEADY(week) }));
    expect(triggers(record)).toEqual([
      { kind: 'chart-signal', of: 'incidents', rule: 'beyond-limits', day: START + 39 * 7, since: START + 38 * 7 },
    ]);
  });

  it('eight weeks on the worse side are a signal', () => {
    const record = recordOf((week) => ({ incidents: week >= WEEKS - 8 ? 8 : STEADY(week) }));
    expect(triggers(record)).toMatchObject([{ kind: 'chart-signal', of: 'incidents', rule: 'run-of-eight' }]);
  });

  it('a run of near misses is a signal of its own', () => {
    const record = recordOf((week) => ({
      incidents: STEADY(week),
      nearMisses: week >= WEEKS - 3 ? 6 : week % 3 === 0 ? 1 : 0,
    }));
    expect(triggers(record)).toMatchObject([{ kind: 'chart-signal', of: 'near-misses' }]);
  });

  it.each([
    ['a fall', (week: number) => ({ incidents: week >= WEEKS - 8 ? 0 : 8 + (week % 3) })],
    ['what was long ago', (week: number) => ({ incidents: week === 25 ? 30 : STEADY(week) })],
  ])('%s is none', (_, weekOf) => {
    expect(triggers(recordOf(weekOf))).toEqual([]);
  });

  it('with fewer than twenty weeks before there is no telling', () => {
    const record = recordOf((week) => ({ incidents: week === WEEKS - 2 ? 20 : STEADY(week) }));
    const short = { ...record, cells: record.cells.slice(-23) };
    expect(triggers(short)).toEqual([]);
    expect(triggers({ ...record, cells: record.cells.slice(-24) })).toHaveLength(1);
  });

  it('a broken expectation is said with what was counted', () => {
    const record = recordOf((week) => ({ incidents: 0, nearMisses: week === WEEKS - 1 ? 4 : 0 }));
    const broken = { kind: 'expectation-broken', measure: 'near-misses-per-28d', target: 3, value: 4, counted: 4 };
    expect(triggers(record, [{ measure: 'near-misses-per-28d', target: 3 }])).toMatchObject([broken]);
    expect(triggers(record, [{ measure: 'near-misses-per-28d', target: 4 }])).toEqual([]);
  });

  it('one subject is heard once in 28 days, whatever its numbers', () => {
    const record = recordOf((week) => ({ incidents: 0, nearMisses: week === WEEKS - 1 ? 5 : 0 }));
    const expectations: readonly Expectation[] = [{ measure: 'near-misses-per-28d', target: 3 }];
    const [cause] = triggers(record, expectations);
    if (cause === undefined) throw new Error('nothing is broken');
    const day = (ago: number) => `${isoDay(START + WEEKS * 7 - 1 - ago)}T23:00:00Z`;
    expect(triggers(record, expectations, [heardAs(cause, day(27))])).toEqual([]);
    expect(triggers(record, expectations, [heardAs(cause, day(28))])).toEqual([cause]);
    const asked: TriggerCause = { kind: 'asked', number: 1, commentId: 2 };
    expect(triggers(record, expectations, [heardAs(asked, day(1))])).toEqual([cause]);
  });

  it('what happens elsewhere concerns nobody here', () => {
    const record = recordOf((week) => ({ incidents: week === WEEKS - 2 ? 20 : STEADY(week) }));
    expect(findTriggers(record, { id: 'other', expectations: [] }, [])).toEqual([]);
  });

  it('cries wolf at most once in a project-year of pure chance, looked at every day', () => {
    const random = seededRandom(4);
    const weeks = 76;
    const years = 25;
    let alarms = 0;
    for (let year = 0; year < years; year += 1) {
      const incidents = [...atRandom('incident', 3, weeks, random), ...atRandom('near-miss', 1, weeks, random)];
      const whole = { ...recordOf(() => ({ incidents: 0 }), AT, weeks), incidents };
      const heard: Trigger[] = [];
      for (let day = START + 24 * 7; day < START + weeks * 7; day += 1) {
        const record = {
          ...whole,
          at: `${isoDay(day)}T23:59:59Z`,
          cells: whole.cells.filter((cell) => cell.day <= day),
          incidents: incidents.filter(({ observed }) => observed.startedAt < day + 1),
        };
        for (const cause of triggers(record, [], heard)) heard.push(heardAs(cause, record.at));
      }
      alarms += heard.length;
    }
    // Of 76 weeks the first 24 can give no signal.
    expect(alarms).toBeGreaterThan(0);
    expect(alarms / years).toBeLessThanOrEqual(1);
  });
});

/** A Poisson process of so many a week. */
function atRandom(
  kind: 'incident' | 'near-miss',
  rate: number,
  weeks: number,
  random: () => number,
): readonly RecordedIncident[] {
  const incidents: RecordedIncident[] = [];
  for (let at = START; ; ) {
    at -= (Math.log(1 - random()) * 7) / rate;
    if (at >= START + weeks * 7) break;
    const moment = `${new Date(Math.floor(at * 86_400) * 1000).toISOString().slice(0, 19)}Z`;
    incidents.push(incidentOf(incidents.length, moment, { kind, projects: ['refactor'] }));
  }
  return incidents;
}
