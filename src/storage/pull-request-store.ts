import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import { StorageError } from '../ports/storage-error.ts';
import type { PullRequestStore } from '../ports/store.ts';
import { fromDocument, toDocument } from './document.ts';
import type { Runner } from './runner.ts';

export function pullRequestStore({ read, write }: Runner): PullRequestStore {
  return {
    remember: (pullRequest) =>
      write(async (database) => {
        const repository_id = pullRequest.repository.id;
        const { number } = pullRequest;
        const state = {
          state: pullRequest.state,
          head_sha: pullRequest.head.sha,
          updated_at: updatedAt(pullRequest),
          document: toDocument(pullRequest),
        };
        await database
          .insertInto('pull_requests')
          .values({ repository_id, number, ...state })
          .onConflict((conflict) =>
            conflict
              .columns(['repository_id', 'number'])
              .doUpdateSet(state)
              .where('pull_requests.updated_at', '<=', state.updated_at),
          )
          .execute();
        const kept = await database
          .selectFrom('pull_requests')
          .select(['repository_id', 'number', 'document'])
          .where('repository_id', '=', repository_id)
          .where('number', '=', number)
          .executeTakeFirstOrThrow();
        return kept.document === state.document ? pullRequest : pullRequestOf(kept);
      }),

    find: (repositoryId, number) =>
      read(async (database) => {
        const row = await database
          .selectFrom('pull_requests')
          .select(['repository_id', 'number', 'document'])
          .where('repository_id', '=', repositoryId)
          .where('number', '=', number)
          .executeTakeFirst();
        return row === undefined ? null : pullRequestOf(row);
      }),

    openAtHead: (repositoryId, headSha) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('pull_requests')
          .select(['repository_id', 'number', 'document'])
          .where('repository_id', '=', repositoryId)
          .where('head_sha', '=', headSha)
          .where('state', '=', 'open')
          .orderBy('number')
          .execute();
        return rows.map(pullRequestOf);
      }),

    openNumbers: (repositoryId) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('pull_requests')
          .select('number')
          .where('repository_id', '=', repositoryId)
          .where('state', '=', 'open')
          .orderBy('number')
          .execute();
        return rows.map((row) => row.number);
      }),

    newest: (repositoryId, limit) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('pull_requests')
          .select(['repository_id', 'number', 'document'])
          .where('repository_id', '=', repositoryId)
          .orderBy('number', 'desc')
          .limit(limit)
          .execute();
        return rows.map(pullRequestOf);
      }),
  };
}

function updatedAt({ repository, number, updatedAt }: PullRequest): number {
  const moment = Date.parse(updatedAt);
  if (Number.isNaN(moment)) {
    throw new StorageError(
      `Pull request ${repository.owner}/${repository.name}#${number} says that it was updated at ${JSON.stringify(updatedAt)}; an ISO 8601 time in UTC is needed to tell which state is newer.`,
    );
  }
  return moment;
}

function pullRequestOf(row: {
  readonly repository_id: number;
  readonly number: number;
  readonly document: string;
}): PullRequest {
  const key = { repository_id: row.repository_id, number: row.number };
  return fromDocument<PullRequest>(row.document, { table: 'pull_requests', key }, [
    'repository',
    'number',
    'state',
    'head',
    'base',
    'updatedAt',
  ]);
}
