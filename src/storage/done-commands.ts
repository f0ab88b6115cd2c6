import type { DoneCommands } from '../ports/store.ts';
import type { Runner } from './runner.ts';

export function doneCommands({ read, write }: Runner): DoneCommands {
  return {
    mark: (repositoryId, commandId, at) =>
      write(async (database) => {
        const result = await database
          .insertInto('done_commands')
          .values({ repository_id: repositoryId, command_id: commandId, done_at: at })
          .onConflict((conflict) => conflict.columns(['repository_id', 'command_id']).doNothing())
          .executeTakeFirst();
        return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
      }),

    has: (repositoryId, commandId) =>
      read(async (database) => {
        const row = await database
          .selectFrom('done_commands')
          .select('command_id')
          .where('repository_id', '=', repositoryId)
          .where('command_id', '=', commandId)
          .executeTakeFirst();
        return row !== undefined;
      }),
  };
}
