import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Housekeeping, keepHouse, type RoundReason } from '../src/keep-house.ts';
import { recordingLog } from './support/recording-log.ts';

let house: Housekeeping;
let rounds: RoundReason[];
let broken: boolean;
let tries: number;
const log = recordingLog();

beforeEach(() => {
  vi.useFakeTimers();
  rounds = [];
  broken = false;
  tries = 0;
});

afterEach(async () => {
  await house.stop();
  vi.useRealTimers();
});

function keep(): void {
  house = keepHouse({
    everyMs: 1_000,
    retryMs: 10,
    log,
    chores: [
      {
        name: 'may fail',
        run: async () => {
          tries += 1;
          if (broken) throw new Error('GitHub is away');
        },
      },
      { name: 'counts', run: async (because) => void rounds.push(because) },
    ],
  });
}

describe('housekeeping', () => {
  it('makes a round at once, then one each hour', async () => {
    keep();
    await vi.advanceTimersByTimeAsync(2_500);
    expect(rounds).toEqual(['start', 'hourly', 'hourly']);
  });

  it('does the other chores when one fails, and tries that one alone again', async () => {
    broken = true;
    keep();
    await vi.advanceTimersByTimeAsync(15);
    expect({ tries, rounds }).toEqual({ tries: 2, rounds: ['start'] });
    broken = false;
    await vi.advanceTimersByTimeAsync(500);
    expect({ tries, rounds }).toEqual({ tries: 3, rounds: ['start'] });
    expect(log.lines[0]).toMatchObject({ level: 'warn', data: { chore: 'may fail' } });
  });

  it('makes its rounds all the same when one chore always fails', async () => {
    broken = true;
    keep();
    await vi.advanceTimersByTimeAsync(2_500);
    expect(rounds).toEqual(['start', 'hourly', 'hourly']);
    expect(tries).toBeGreaterThan(200);
  });

  it('makes no round after it was stopped', async () => {
    keep();
    await vi.advanceTimersByTimeAsync(0);
    await house.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(rounds).toEqual(['start']);
  });
});
