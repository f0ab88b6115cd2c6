import { describe, expect, it } from 'vitest';
import { generateYear } from '../../support/simulated-year/generate-year.ts';
import { SMALL_YEAR } from '../../support/simulated-year/plans.ts';
import { expectAnalysis, expectExpectations, expectTallies, recordOf } from './expect-year.ts';
import { useLiveYears } from './use-live-years.ts';

const live = useLiveYears();

describe('weeks of a small repository', () => {
  const year = generateYear(SMALL_YEAR);

  it('end alike with and without restarts', async () => {
    const whole = await live(year);
    const broken = await live(year, { restartDays: 1 });
    const record = await recordOf(whole.store, year);
    expect(await recordOf(broken.store, year)).toEqual(record);
    await expectTallies(whole.store, record, year);
    expectAnalysis(record, year);
    expectExpectations(record, year);
    expect(broken.written).toEqual(whole.written);
  });
});
