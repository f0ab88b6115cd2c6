import { describe, expect, it } from 'vitest';
import { generateYear } from '../../support/simulated-year/generate-year.ts';
import { LARGE_YEAR } from '../../support/simulated-year/plans.ts';
import { expectAnalysis, expectExpectations, expectTallies, recordOf } from './expect-year.ts';
import { useLiveYears } from './use-live-years.ts';

const DAY = 86_400_000;
const live = useLiveYears();

describe('a year of a large repository, stopped in the middle of its work and started again every 30 days', () => {
  it('ends with the tallies that its generator knows', async () => {
    const year = generateYear(LARGE_YEAR);
    const { store, dead, trouble, written } = await live(year, { restartDays: 30 });
    expect({ dead, trouble }).toEqual({ dead: 0, trouble: [] });
    const record = await recordOf(store, year);
    await expectTallies(store, record, year);
    expectAnalysis(record, year);
    const watched = year.changes.filter(({ fate }) => fate !== null).length;
    // Each watched change was told of once at least.
    expect(written.comments).toBeGreaterThanOrEqual(watched);
    for (const day of [100, 200, 300]) {
      const at = (LARGE_YEAR.firstDay + day) * DAY - 1;
      expectExpectations(await recordOf(store, year, at), year);
    }
  });
});
