import type { Database } from 'better-sqlite3';
import type { ClaimedJob } from './claim-jobs.ts';

/** How a run of a job is written down. Each function runs inside a transaction. */
export interface EndJobs {
  readonly complete: (job: ClaimedJob) => void;
  readonly retry: (
    job: ClaimedJob,
    plan: { readonly runAt: number; readonly attempts: number; readonly error: string },
  ) => void;
  readonly bury: (
    job: ClaimedJob,
    end: { readonly failedAt: number; readonly attempts: number; readonly error: string },
  ) => void;
  /** Puts back what a killed worker was running; gives how many rows. */
  readonly recover: (now: number) => number;
}

/** A job that takes the process down with it must end some day; an honest job is not killed this often in a row. */
const KILL_LIMIT = 30;

/** Statements prepared by hand, their indexes named: they run for every job. */
export function prepareEndJobs(connection: Database): EndJobs {
  const remove = connection.prepare<[number]>('DELETE FROM jobs WHERE id = ?');
  const finishDelivery = connection.prepare<[string, string]>(
    `UPDATE deliveries SET state = 'done'
     WHERE id = ? AND state = 'waiting' AND NOT EXISTS (
       SELECT 1 FROM jobs INDEXED BY jobs_by_delivery WHERE delivery_id = ? AND siblings = 1)`,
  );
  const wait = connection.prepare<[number, number, string, number]>(
    `UPDATE jobs SET state = 'waiting', retrying = 1, attempts = ?, run_at = ?, error = ? WHERE id = ?`,
  );
  const holdLane = connection.prepare<[number, string, number]>(
    `UPDATE jobs INDEXED BY jobs_by_lane SET run_at = ? WHERE lane = ? AND state = 'waiting' AND run_at < ?`,
  );
  const die = connection.prepare<[number, number, number, string, number]>(
    `UPDATE jobs SET state = 'dead', attempts = ?, died_as = ?, failed_at = ?, error = ? WHERE id = ?`,
  );
  const failDelivery = connection.prepare<[string, string]>(
    `UPDATE deliveries SET state = 'dead', error = ? WHERE id = ?`,
  );
  const putBack = connection.prepare(`UPDATE jobs SET state = 'waiting', kills = kills + 1 WHERE state = 'running'`);
  const poisonous = connection.prepare<[number], { id: number; attempts: number; delivery_id: string | null }>(
    `SELECT id, attempts, delivery_id FROM jobs WHERE state = 'waiting' AND kills >= ?`,
  );

  return {
    complete: (job) => {
      for (const id of job.ids) remove.run(id);
      for (const id of job.deliveryIds) finishDelivery.run(id, id);
    },
    retry: (job, { runAt, attempts, error }) => {
      for (const id of job.ids) wait.run(attempts, runAt, error, id);
      holdLane.run(runAt, job.lane, runAt);
    },
    bury: (job, { failedAt, attempts, error }) => {
      for (const id of job.ids) die.run(attempts, job.ids[0] ?? id, failedAt, error, id);
      for (const id of job.deliveryIds) failDelivery.run(error, id);
    },
    recover: (now) => {
      const { changes } = putBack.run();
      for (const { id, attempts, delivery_id } of poisonous.all(KILL_LIMIT)) {
        const error = `The process ended ${KILL_LIMIT} times while this job was running.`;
        die.run(attempts, id, now, error, id);
        if (delivery_id !== null) failDelivery.run(error, delivery_id);
      }
      return changes;
    },
  };
}
