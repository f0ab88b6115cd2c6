import type { Clock } from '../../src/ports/clock.ts';
import type { Timers } from '../../src/queue/timers.ts';

export interface ManualTime {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Moves the clock and runs what is due on the way, in its order. */
  readonly advance: (ms: number) => void;
}

/** A clock with its timers that stand still until the test moves them. */
export function manualTime(start = Date.UTC(2026, 0, 1)): ManualTime {
  let now = start;
  let pending: { readonly at: number; readonly run: () => void }[] = [];
  return {
    clock: { now: () => now },
    timers: {
      after: (ms, run) => {
        const timer = { at: now + ms, run };
        pending.push(timer);
        return () => {
          pending = pending.filter((other) => other !== timer);
        };
      },
    },
    advance: (ms) => {
      const end = now + ms;
      for (;;) {
        const [next] = pending.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        pending = pending.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
  };
}
