import { expect, it } from 'vitest';
import { playDay } from '../../demo/play-day.ts';
import { startDay } from '../../demo/start-day.ts';

it('the day of the demonstration comes out as it says', async () => {
  const day = await startDay();
  try {
    const { outcomes, surprises } = await playDay(day);
    expect(surprises).toEqual([]);
    expect(outcomes).toHaveLength(23);
  } finally {
    await day.end();
  }
});
