import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { DeadJob, Queue, QueueCounts } from '../../ports/queue.ts';
import { orStorageError, StorageError } from '../../ports/storage-error.ts';
import { DEFAULT_QUEUE_SETTINGS, type QueueSettings } from '../queue-settings.ts';
import { systemTimers, type Timers } from '../timers.ts';
import type { JobDatabase } from './job-database.ts';
import { startWorker } from './start-worker.ts';

export interface SqliteQueueOptions {
  readonly database: JobDatabase;
  readonly clock: Clock;
  readonly log: Log;
  readonly timers?: Timers;
  /** In [0, 1); spreads retries. */
  readonly random?: () => number;
  readonly settings?: Partial<QueueSettings>;
}

const READING = 'The queue could not be read';

interface DeadRow {
  readonly id: number;
  readonly kind: string;
  readonly lane: string;
  readonly attempts: number;
  readonly error: string;
  readonly failed_at: number;
  readonly delivery_ids: string;
}

/** The queue in a table of the database file: durable, and worked off by the one process that holds the file. */
export function createSqliteQueue(options: SqliteQueueOptions): Queue {
  const { database, clock } = options;
  const { readConnection } = database;
  let working = false;

  const deadRows = readConnection.prepare<[number], DeadRow>(
    `SELECT died_as AS id, min(kind) AS kind, min(lane) AS lane, max(attempts) AS attempts, min(error) AS error,
       max(failed_at) AS failed_at, json_group_array(delivery_id) FILTER (WHERE delivery_id IS NOT NULL) AS delivery_ids
     FROM jobs WHERE state = 'dead' GROUP BY died_as ORDER BY max(failed_at) DESC, died_as DESC LIMIT ?`,
  );
  const stateCounts = readConnection.prepare<[number], { readonly state: keyof QueueCounts; readonly jobs: number }>(
    // Rows that died together are one dead job.
    `SELECT state, CASE state WHEN 'dead' THEN count(DISTINCT died_as) ELSE count(*) END AS jobs FROM (
       SELECT died_as, CASE WHEN state = 'waiting' AND run_at > ? AND retrying = 0 AND NOT EXISTS (
         SELECT 1 FROM jobs AS head INDEXED BY jobs_holding_lanes WHERE head.lane = jobs.lane AND head.retrying = 1
       ) THEN 'scheduled' ELSE state END AS state FROM jobs
     ) GROUP BY state`,
  );

  return {
    enqueue: (jobs) =>
      orStorageError('Jobs could not be stored', async () => {
        if (jobs.length > 0) await database.write(() => database.insertJobs(jobs, null, clock.now()));
      }),

    work: (handler) => {
      if (database.role !== 'worker')
        throw new StorageError('Only a worker takes jobs; this file was not opened as one.');
      if (working) throw new StorageError('This queue is being worked off already: stop that worker first.');
      working = true;
      const dependencies = {
        database,
        clock,
        log: options.log,
        timers: options.timers ?? systemTimers,
        random: options.random ?? Math.random,
        settings: { ...DEFAULT_QUEUE_SETTINGS, ...options.settings },
      };
      return startWorker(dependencies, handler, () => {
        working = false;
      });
    },

    dead: (limit) => orStorageError(READING, () => deadRows.all(limit).map(deadJob)),

    replay: (ids) =>
      orStorageError('Dead jobs could not be put back', () =>
        database.write((connection) => {
          const found = connection
            .prepare<[], number>(`SELECT DISTINCT died_as FROM jobs WHERE state = 'dead'`)
            .pluck()
            .all()
            .filter((id) => ids === 'all' || ids.includes(String(id)));
          const deliveries = connection
            .prepare<[number], string>(
              `SELECT DISTINCT delivery_id FROM jobs WHERE state = 'dead' AND died_as = ? AND delivery_id IS NOT NULL`,
            )
            .pluck();
          const revive = connection.prepare<[number, number]>(
            // Behind a head that waits for its next try, as new jobs are.
            `UPDATE jobs SET state = 'waiting', attempts = 0, kills = 0, died_as = NULL, failed_at = NULL, error = NULL,
             run_at = max(?, coalesce((SELECT max(head.run_at) FROM jobs AS head INDEXED BY jobs_holding_lanes
               WHERE head.lane = jobs.lane AND head.retrying = 1), 0))
           WHERE state = 'dead' AND died_as = ?`,
          );
          const reopen = connection.prepare<[string, string]>(
            `UPDATE deliveries SET state = 'waiting', error = NULL
           WHERE id = ? AND NOT EXISTS (
             SELECT 1 FROM jobs WHERE delivery_id = ? AND siblings = 1 AND state = 'dead')`,
          );
          for (const id of found) {
            const deliveryIds = deliveries.all(id);
            revive.run(clock.now(), id);
            for (const deliveryId of deliveryIds) reopen.run(deliveryId, deliveryId);
          }
          return found.length;
        }),
      ),

    counts: () =>
      orStorageError(READING, () => {
        const counts = { waiting: 0, scheduled: 0, running: 0, dead: 0 };
        for (const { state, jobs } of stateCounts.all(clock.now())) counts[state] = jobs;
        return counts;
      }),
  };
}

function deadJob(row: DeadRow): DeadJob {
  return {
    id: String(row.id),
    kind: row.kind,
    lane: row.lane,
    attempts: row.attempts,
    error: row.error,
    deliveryIds: [...new Set(JSON.parse(row.delivery_ids) as string[])],
    failedAt: row.failed_at,
  };
}
