/** Plain JSON, as a job's payload is stored. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * Work to be done later. One job of a lane runs at a time; lanes run side by side.
 * Waiting jobs with the same lane, kind and key coalesce: the handler sees all their payloads, oldest first.
 */
export interface NewJob {
  readonly kind: string;
  readonly lane: string;
  readonly key: string;
  readonly payload: Json;
  readonly installationId: number | null;
  /** Milliseconds since the epoch; now when absent. */
  readonly runAt?: number;
}

export interface Job {
  readonly kind: string;
  readonly lane: string;
  readonly key: string;
  readonly payloads: readonly Json[];
  readonly installationId: number | null;
  /** 1 on the first try. */
  readonly attempt: number;
}

/** A handler that throws is tried again with jittered back-off, or at `retryAt` when the error carries one. */
export type JobHandler = (job: Job) => Promise<void>;

/** A job that ran out of tries, kept with its error. */
export interface DeadJob {
  readonly id: string;
  readonly kind: string;
  readonly lane: string;
  readonly attempts: number;
  readonly error: string;
  readonly deliveryIds: readonly string[];
  readonly failedAt: number;
}

export interface QueueCounts {
  /** Due, or held up by a job that waits for its next try. */
  readonly waiting: number;
  /** To be done later: its `runAt` has not come. */
  readonly scheduled: number;
  readonly running: number;
  readonly dead: number;
}

export interface QueueWorker {
  /** Lets running jobs end and takes no more. */
  readonly stop: () => Promise<void>;
  /** Resolves when nothing is due: waiting jobs with a later `runAt` do not count. */
  readonly idle: () => Promise<void>;
}

export interface Queue {
  readonly enqueue: (jobs: readonly NewJob[]) => Promise<void>;
  readonly work: (handler: JobHandler) => QueueWorker;
  /** Newest first. */
  readonly dead: (limit: number) => Promise<readonly DeadJob[]>;
  /** Puts dead jobs back in their lanes; gives how many. */
  readonly replay: (ids: readonly string[] | 'all') => Promise<number>;
  readonly counts: () => Promise<QueueCounts>;
}
