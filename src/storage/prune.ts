import type { Runner } from './runner.ts';

/**
 * Forgets what is only of use while a pull request lives. A pull request counts as closed since its last update.
 * Files go with the last pull request at their head: heads that a later push replaced have none.
 * Commands are not tied to a pull request, so they go by their age.
 */
export async function prune({ write }: Runner, before: number): Promise<number> {
  const counts = [
    await write(async (database) => {
      const result = await database
        .deleteFrom('changed_files')
        .where('saved_at', '<', before)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('pull_requests')
                .select('pull_requests.number')
                .whereRef('pull_requests.repository_id', '=', 'changed_files.repository_id')
                .whereRef('pull_requests.head_sha', '=', 'changed_files.head_sha')
                .where((pull) => pull.or([pull('state', '=', 'open'), pull('updated_at', '>=', before)])),
            ),
          ),
        )
        .executeTakeFirst();
      return result.numDeletedRows;
    }),
    await write(async (database) => {
      const result = await database
        .deleteFrom('opinions')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('pull_requests')
              .select('pull_requests.number')
              .whereRef('pull_requests.repository_id', '=', 'opinions.repository_id')
              .whereRef('pull_requests.number', '=', 'opinions.number')
              .where('state', '=', 'closed')
              .where('updated_at', '<', before),
          ),
        )
        .executeTakeFirst();
      return result.numDeletedRows;
    }),
    await write(async (database) => {
      const result = await database.deleteFrom('done_commands').where('done_at', '<', before).executeTakeFirst();
      return result.numDeletedRows;
    }),
  ];
  return Number(counts.reduce((sum, count) => sum + count, 0n));
}
