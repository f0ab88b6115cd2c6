import type { Kysely } from 'kysely';
import type { NewJob } from '../../ports/queue.ts';
import type { Tables } from '../tables.ts';

/** Writes jobs in the transaction of `database`, all in one statement: a round trip costs more than a row. */
export async function insertJobs(database: Kysely<Tables>, jobs: readonly NewJob[], now: number): Promise<void> {
  if (jobs.length === 0) return;
  await database
    .insertInto('jobs')
    .values(
      jobs.map(({ kind, lane, key, payload, installationId, runAt }) => ({
        kind,
        lane,
        key,
        payload: JSON.stringify(payload),
        installation_id: installationId,
        delivery_id: null,
        siblings: 0,
        state: 'waiting' as const,
        run_at: runAt ?? now,
        attempts: 0,
        retrying: 0,
        died_as: null,
        failed_at: null,
        error: null,
      })),
    )
    .execute();
}
