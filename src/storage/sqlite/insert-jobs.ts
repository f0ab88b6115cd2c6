import type { Database, Statement } from 'better-sqlite3';
import type { NewJob } from '../../ports/queue.ts';

/** Writes jobs in the open transaction of `connection`. */
export type InsertJobs = (jobs: readonly NewJob[], deliveryId: string | null, now: number) => void;

/**
 * While a lane's head waits for its next try, later jobs of the lane wait with it: they are due no earlier. Said here
 * once, when a job comes in, so that taking jobs need not look for heads.
 * A statement prepared by hand: it runs for every webhook. The index is named because SQLite, seeing `max(run_at)`,
 * would walk through all that waits.
 */
export function prepareInsertJobs(connection: Database): InsertJobs {
  const insert: Statement<unknown[]> = connection.prepare(`
    INSERT INTO jobs (kind, lane, key, payload, installation_id, delivery_id, siblings, state, run_at, attempts, retrying)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting',
      max(?, coalesce((SELECT max(run_at) FROM jobs INDEXED BY jobs_holding_lanes WHERE lane = ? AND retrying = 1), 0)),
      0, 0)`);
  return (jobs, deliveryId, now) => {
    const siblings = deliveryId !== null && jobs.length > 1 ? 1 : 0;
    for (const { kind, lane, key, payload, installationId, runAt } of jobs) {
      insert.run(kind, lane, key, JSON.stringify(payload), installationId, deliveryId, siblings, runAt ?? now, lane);
    }
  };
}
