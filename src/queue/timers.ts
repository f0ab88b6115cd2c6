/** Timers as a dependency, so that tests move them by hand. */
export interface Timers {
  /** Calls `run` once, no earlier than `ms` milliseconds from now. Gives what calls it off. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** The longest delay that the platform's timers take; longer ones would fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

export const systemTimers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(Math.max(0, ms), LONGEST_MS));
    return () => clearTimeout(timer);
  },
};
