import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Deployments with the place of their commit, or of what it was cut from, on the default branch; `null`: not known. */
export function placedDeployments(database: Kysely<Tables>) {
  return database
    .selectFrom('deployments')
    .leftJoin('main_line as own', (join) =>
      join.onRef('own.repository_id', '=', 'deployments.repository_id').onRef('own.sha', '=', 'deployments.sha'),
    )
    .leftJoin('placed_commits', (join) =>
      join
        .onRef('placed_commits.repository_id', '=', 'deployments.repository_id')
        .onRef('placed_commits.sha', '=', 'deployments.sha'),
    )
    .leftJoin('main_line as base', (join) =>
      join.onRef('base.repository_id', '=', 'deployments.repository_id').onRef('base.sha', '=', 'placed_commits.base'),
    )
    .select((of) => of.fn.coalesce('own.position', 'base.position').as('position'));
}
