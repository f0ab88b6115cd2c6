import type { Kysely } from 'kysely';
import type { Runner } from './runner.ts';
import type { Tables } from './tables.ts';

/** A delete holds up all other writes while it runs: it goes in pieces. */
const PIECE = 500;

/** Deletes at most `PIECE` rows; gives how many. */
type DeletePiece = (database: Kysely<Tables>, before: number) => Promise<number>;

/**
 * Forgets what is only of use while a pull request lives. A pull request counts as closed since its last update.
 * Files go with the last pull request at their head: heads that a later push replaced have none.
 * Commands are not tied to a pull request, so they go by their age.
 */
export async function prune({ write }: Runner, before: number): Promise<number> {
  let pruned = 0;
  for (const deletePiece of [deleteFiles, deleteOpinions, deleteCommands]) {
    for (;;) {
      const piece = await write((database) => deletePiece(database, before));
      pruned += piece;
      if (piece < PIECE) break;
    }
  }
  return pruned;
}

const deleteFiles: DeletePiece = async (database, before) => {
  const result = await database
    .deleteFrom('changed_files')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('repository_id', 'head_sha', 'base_sha'),
        'in',
        selectFrom('changed_files as old')
          .select(['old.repository_id', 'old.head_sha', 'old.base_sha'])
          .where('old.saved_at', '<', before)
          .where(({ not, exists, selectFrom: living }) =>
            not(
              exists(
                living('pull_requests')
                  .select('pull_requests.number')
                  .whereRef('pull_requests.repository_id', '=', 'old.repository_id')
                  .whereRef('pull_requests.head_sha', '=', 'old.head_sha')
                  .where((pull) => pull.or([pull('state', '=', 'open'), pull('updated_at', '>=', before)])),
              ),
            ),
          )
          .limit(PIECE)
          .$asTuple('repository_id', 'head_sha', 'base_sha'),
      ),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
};

const deleteOpinions: DeletePiece = async (database, before) => {
  const result = await database
    .deleteFrom('opinions')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('repository_id', 'number'),
        'in',
        selectFrom('opinions as old')
          .innerJoin('pull_requests', (join) =>
            join
              .onRef('pull_requests.repository_id', '=', 'old.repository_id')
              .onRef('pull_requests.number', '=', 'old.number'),
          )
          .select(['old.repository_id', 'old.number'])
          .where('pull_requests.state', '=', 'closed')
          .where('pull_requests.updated_at', '<', before)
          .limit(PIECE)
          .$asTuple('repository_id', 'number'),
      ),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
};

const deleteCommands: DeletePiece = async (database, before) => {
  const result = await database
    .deleteFrom('done_commands')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('repository_id', 'command_id'),
        'in',
        selectFrom('done_commands as old')
          .select(['old.repository_id', 'old.command_id'])
          .where('old.done_at', '<', before)
          .limit(PIECE)
          .$asTuple('repository_id', 'command_id'),
      ),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
};
