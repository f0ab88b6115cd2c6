import type { Log } from './ports/log.ts';

/** Why a round is made. */
export type RoundReason = 'start' | 'hourly';

export interface Chore {
  readonly name: string;
  readonly run: (because: RoundReason) => Promise<unknown>;
}

export interface Housekeeping {
  /** The round at the start is made, whatever came of it. */
  readonly begun: Promise<void>;
  /** Makes no further rounds; a round under way ends first. */
  readonly stop: () => Promise<void>;
}

/** Makes a round of all chores now and then every `everyMs`. Those that failed alone are tried again every `retryMs`. */
export function keepHouse(options: {
  readonly chores: readonly Chore[];
  readonly everyMs: number;
  readonly retryMs: number;
  readonly log: Log;
}): Housekeeping {
  const { everyMs, retryMs, log } = options;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay = round('start', options.chores, everyMs);

  /** `left`: how long until the next round of all, in milliseconds. */
  async function round(because: RoundReason, chores: readonly Chore[], left: number): Promise<void> {
    const failed: Chore[] = [];
    for (const chore of chores) {
      if (stopped) return;
      try {
        await chore.run(because);
      } catch (error) {
        failed.push(chore);
        log.warn({ chore: chore.name, err: error }, 'a chore failed and will be tried again');
      }
    }
    if (stopped) return;
    const retries = failed.length > 0 && left > retryMs;
    timer = setTimeout(
      () => {
        underWay = retries ? round(because, failed, left - retryMs) : round('hourly', options.chores, everyMs);
      },
      retries ? retryMs : left,
    );
    // Housekeeping alone is no reason to live.
    timer.unref();
  }

  return {
    begun: underWay,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
