import type { Log } from './ports/log.ts';

/** Why a round is made. */
export type RoundReason = 'start' | 'hourly';

export interface Chore {
  readonly name: string;
  readonly run: (because: RoundReason) => Promise<unknown>;
}

export interface Housekeeping {
  /** Makes no further rounds; a round under way ends first. */
  readonly stop: () => Promise<void>;
}

/** Makes a round of all chores now and then every `everyMs`; sooner, after `retryMs`, when one of them failed. */
export function keepHouse(options: {
  readonly chores: readonly Chore[];
  readonly everyMs: number;
  readonly retryMs: number;
  readonly log: Log;
}): Housekeeping {
  const { chores, everyMs, retryMs, log } = options;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay = round('start');

  async function round(because: RoundReason): Promise<void> {
    let failed = false;
    for (const { name, run } of chores) {
      if (stopped) return;
      try {
        await run(because);
      } catch (error) {
        failed = true;
        log.warn({ chore: name, err: error }, 'a chore failed and will be tried again');
      }
    }
    if (stopped) return;
    timer = setTimeout(
      () => {
        underWay = round(failed ? because : 'hourly');
      },
      failed ? retryMs : everyMs,
    );
    // Housekeeping alone is no reason to live.
    timer.unref();
  }

  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
