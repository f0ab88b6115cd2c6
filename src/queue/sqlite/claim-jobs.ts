import type { Database } from 'better-sqlite3';
import type { Job, Json } from '../../ports/queue.ts';

/** A job that is being run, and the rows that it is made of. */
export interface ClaimedJob extends Job {
  /** Lowest first. */
  readonly ids: readonly number[];
  readonly deliveryIds: readonly string[];
  /** Failed tries so far. */
  readonly attempts: number;
}

export interface ClaimJobs {
  /** Takes up to `free` due jobs of lanes that are not in `busy`. Runs inside a transaction. */
  readonly claim: (now: number, free: number, busy: readonly string[]) => readonly ClaimedJob[];
  /** When the next job that is not due yet will be, or `null`. */
  readonly nextRunAt: (now: number) => number | null;
}

const DAMAGED = 'The payload of this row of the table jobs is damaged: it is not JSON.';

interface DueRow {
  readonly kind: string;
  readonly lane: string;
  readonly key: string;
}

interface ClaimedRow {
  readonly id: number;
  readonly payload: string;
  readonly installation_id: number | null;
  readonly delivery_id: string | null;
  readonly attempts: number;
}

/**
 * Due jobs are taken by (`run_at`, `id`). A lane is kept in order by its ids: when its head has to wait for another
 * try, the rest of the lane is made due no earlier (see `endJobs` and the insertion), so here nothing looks for heads.
 * Statements prepared by hand, their indexes named: they run at each commit, and must not walk through all that waits.
 */
export function prepareClaimJobs(connection: Database): ClaimJobs {
  const due = connection.prepare<[number, string], DueRow>(
    `SELECT kind, lane, key FROM jobs INDEXED BY jobs_due
     WHERE state = 'waiting' AND run_at <= ? AND lane NOT IN (SELECT value FROM json_each(?))
     ORDER BY run_at, id LIMIT 1`,
  );
  // All due rows of the same lane, kind and key are one job.
  const take = connection.prepare<[string, string, string, number], ClaimedRow>(
    `UPDATE jobs INDEXED BY jobs_by_lane SET state = 'running', retrying = 0
     WHERE lane = ? AND state = 'waiting' AND kind = ? AND key = ? AND run_at <= ?
     RETURNING id, payload, installation_id, delivery_id, attempts`,
  );
  const die = connection.prepare<[number, string, number]>(
    `UPDATE jobs SET state = 'dead', died_as = id, failed_at = ?, error = ? WHERE id = ?`,
  );
  const failDelivery = connection.prepare<[string, string]>(
    `UPDATE deliveries SET state = 'dead', error = ? WHERE id = ?`,
  );
  const next = connection
    .prepare<[number], number | null>(
      `SELECT min(run_at) FROM jobs INDEXED BY jobs_due WHERE state = 'waiting' AND run_at > ?`,
    )
    .pluck();

  function claim(now: number, free: number, busy: readonly string[]): readonly ClaimedJob[] {
    const claimed: ClaimedJob[] = [];
    const taken = [...busy];
    // One at a time, so that a lane with thousands of jobs is passed over by SQLite and not by us.
    for (let slot = 0; slot < free; slot += 1) {
      const head = due.get(now, JSON.stringify(taken));
      if (head === undefined) break;
      taken.push(head.lane);
      const rows = take.all(head.lane, head.kind, head.key, now).sort((a, b) => a.id - b.id);
      const readable = rows.filter((row) => isJson(row.payload) || buried(row, now));
      if (readable.length > 0) claimed.push(claimedJob(head, readable));
    }
    return claimed;
  }

  /** A damaged row must not stop the queue: it is kept among the dead, for a person to look at. */
  function buried(row: ClaimedRow, now: number): false {
    die.run(now, DAMAGED, row.id);
    if (row.delivery_id !== null) failDelivery.run(DAMAGED, row.delivery_id);
    return false;
  }

  return { claim, nextRunAt: (now) => next.get(now) ?? null };
}

function claimedJob(head: DueRow, rows: readonly ClaimedRow[]): ClaimedJob {
  const attempts = Math.max(...rows.map((row) => row.attempts));
  return {
    kind: head.kind,
    lane: head.lane,
    key: head.key,
    payloads: rows.map((row) => JSON.parse(row.payload) as Json),
    installationId: rows.at(-1)?.installation_id ?? null,
    attempt: attempts + 1,
    ids: rows.map((row) => row.id),
    deliveryIds: [...new Set(rows.flatMap((row) => row.delivery_id ?? []))],
    attempts,
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
