export interface QueueSettings {
  /** How many jobs run side by side. */
  readonly concurrency: number;
  /** After this many failed tries a job is dead. Waits that GitHub asked for do not count. */
  readonly maxAttempts: number;
  /** The same for trouble that does not pass with time: a refusal, or something that is gone. */
  readonly maxAttemptsWhenLasting: number;
  /** The longest pause after the first failure, in milliseconds; each further one is `factor` times as long. */
  readonly baseDelayMs: number;
  readonly factor: number;
  readonly maxDelayMs: number;
  /** How often jobs written by other processes are looked for, in milliseconds. */
  readonly pollMs: number;
}

/** Twelve tries in at most 23 hours: the first retries come within seconds, and an outage of half a day is survived. */
export const DEFAULT_QUEUE_SETTINGS: QueueSettings = {
  concurrency: 10,
  maxAttempts: 12,
  maxAttemptsWhenLasting: 5,
  baseDelayMs: 5_000,
  factor: 3,
  maxDelayMs: 6 * 60 * 60 * 1_000,
  pollMs: 1_000,
};
