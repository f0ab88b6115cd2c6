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
 * Commands are not tied to a pull request, so they go by their age, and so do deployed commits beside the main line. What
 * a window was worked out from goes when nothing is left to be done; the window itself is counted, and stays.
 */
export async function prune({ write }: Runner, before: number): Promise<number> {
  let pruned = 0;
  for (const deletePiece of PIECES) {
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

/** After the opinions, which are known to be old by them. */
const deletePullRequests: DeletePiece = async (database, before) => {
  const result = await database
    .deleteFrom('pull_requests')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('repository_id', 'number'),
        'in',
        selectFrom('pull_requests as old')
          .select(['old.repository_id', 'old.number'])
          .where('old.state', '=', 'closed')
          .where('old.updated_at', '<', before)
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

const deleteWatches: DeletePiece = async (database, before) => {
  const result = await database
    .deleteFrom('watches')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('repository_id', 'unit'),
        'in',
        selectFrom('watches as old')
          .select(['old.repository_id', 'old.unit'])
          .where('old.merged_at', '<', before)
          .where('old.due_at', 'is', null)
          .limit(PIECE)
          .$asTuple('repository_id', 'unit'),
      ),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
};

const deletePlacedCommits: DeletePiece = async (database, before) => {
  const result = await database
    .deleteFrom('placed_commits')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('repository_id', 'sha'),
        'in',
        selectFrom('placed_commits as old')
          .select(['old.repository_id', 'old.sha'])
          .where('old.placed_at', '<', before)
          .limit(PIECE)
          .$asTuple('repository_id', 'sha'),
      ),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
};

const PIECES = [deleteFiles, deleteOpinions, deletePullRequests, deleteCommands, deleteWatches, deletePlacedCommits];
