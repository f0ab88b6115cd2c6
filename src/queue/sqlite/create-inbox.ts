import type { Clock } from '../../ports/clock.ts';
import type { Acceptance, Inbox, InboxEntry, InboxState } from '../../ports/inbox.ts';
import { orStorageError } from '../../ports/storage-error.ts';
import type { JobDatabase } from './job-database.ts';

interface DeliveryRow {
  readonly id: string;
  readonly event: string;
  readonly action: string | null;
  readonly installation_id: number | null;
  readonly repository_id: number | null;
  readonly received_at: number;
  readonly state: InboxState;
  readonly error: string | null;
}

/** A delete holds up all other writes while it runs: it goes in pieces. */
const PRUNE_PIECE = 5_000;

const READING = 'The inbox could not be read';

/** The inbox in the same file as the queue, so that a delivery and its jobs are stored in one transaction. */
export function createSqliteInbox({
  database,
  clock,
}: {
  readonly database: JobDatabase;
  readonly clock: Clock;
}): Inbox {
  const { readConnection, writeConnection } = database;
  const known = readConnection.prepare<[string], number>('SELECT 1 FROM deliveries WHERE id = ?').pluck();
  const newest = readConnection.prepare<[number], DeliveryRow>('SELECT * FROM deliveries ORDER BY seq DESC LIMIT ?');
  const newestOf = readConnection.prepare<[InboxState, number], DeliveryRow>(
    'SELECT * FROM deliveries WHERE state = ? ORDER BY seq DESC LIMIT ?',
  );
  const stateCounts = readConnection.prepare<[], { readonly state: InboxState; readonly deliveries: number }>(
    'SELECT state, count(*) AS deliveries FROM deliveries GROUP BY state',
  );
  let insert: ReturnType<typeof prepareInsert> | undefined;

  return {
    accept: (delivery, jobs) =>
      orStorageError('A delivery could not be stored', () =>
        database.write((): Acceptance => {
          // Prepared on first use: a connection that only reads may not prepare it.
          insert ??= prepareInsert(writeConnection);
          const { id, event, action, installationId, repositoryId, receivedAt } = delivery;
          const state = jobs.length === 0 ? 'ignored' : 'waiting';
          const { changes } = insert.run(id, event, action, installationId, repositoryId, receivedAt, state);
          if (changes === 0) return 'duplicate';
          database.insertJobs(jobs, id, clock.now());
          return state === 'ignored' ? 'ignored' : 'accepted';
        }),
      ),

    has: (id) => orStorageError(READING, () => known.get(id) !== undefined),

    list: ({ state, limit }) =>
      orStorageError(READING, () =>
        (state === undefined ? newest.all(limit) : newestOf.all(state, limit)).map(entryOf),
      ),

    counts: () =>
      orStorageError(READING, () => {
        const counts: Record<InboxState, number> = { waiting: 0, done: 0, dead: 0, ignored: 0 };
        for (const { state, deliveries } of stateCounts.all()) counts[state] = deliveries;
        return counts;
      }),

    prune: (before) =>
      orStorageError('Old deliveries could not be deleted', async () => {
        let pruned = 0;
        for (;;) {
          const piece = await database.write(
            (connection) =>
              connection
                .prepare<[number, number]>(
                  `DELETE FROM deliveries WHERE seq IN (
                   SELECT seq FROM deliveries WHERE state IN ('done', 'ignored') AND received_at < ? LIMIT ?)`,
                )
                .run(before, PRUNE_PIECE).changes,
          );
          pruned += piece;
          if (piece < PRUNE_PIECE) return pruned;
        }
      }),
  };
}

function prepareInsert(connection: JobDatabase['writeConnection']) {
  return connection.prepare<[string, string, string | null, number | null, number | null, number, InboxState]>(
    `INSERT INTO deliveries (id, event, action, installation_id, repository_id, received_at, state)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  );
}

function entryOf(row: DeliveryRow): InboxEntry {
  return {
    id: row.id,
    event: row.event,
    action: row.action,
    installationId: row.installation_id,
    repositoryId: row.repository_id,
    receivedAt: row.received_at,
    state: row.state,
    error: row.error,
  };
}
