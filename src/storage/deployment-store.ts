import type { Deployment } from '../domain/exposure/deployment.ts';
import type { DeploymentStore } from '../ports/exposure-store.ts';
import { fromMoment, toMoment } from './moment.ts';
import { placedDeployments } from './placed-deployments.ts';
import type { Runner } from './runner.ts';
import { markDeployment, markDeploymentsOf } from './stale-marks.ts';
import type { DeploymentsTable } from './tables/exposure-tables.ts';

export function deploymentStore({ read, writeAll }: Runner): DeploymentStore {
  return {
    save: (deployments) =>
      writeAll(async (database) => {
        for (const { repositoryId, kind, id, environment, sha, state, at } of deployments) {
          const moment = toMoment(at, `The ${kind} ${id}`);
          const kept = await database
            .insertInto('deployments')
            .values({ repository_id: repositoryId, kind, id, environment, sha, state, at: moment })
            .onConflict((conflict) =>
              conflict
                .columns(['repository_id', 'kind', 'id'])
                .doUpdateSet({ environment, sha, state, at: moment })
                // The first success counts: what is told later of it does not move the moment.
                .where((of) =>
                  state === 'success'
                    ? of.or([of('deployments.state', '!=', 'success'), of('deployments.at', '>', moment)])
                    : of('deployments.state', '!=', 'success'),
                ),
            )
            .executeTakeFirst();
          if (state !== 'success' || (kept.numInsertedOrUpdatedRows ?? 0n) === 0n) continue;
          await markDeployment(database, { repository_id: repositoryId, environment, at: moment });
        }
      }),

    inPeriod: (repositoryId, environment, { from, to }) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('deployments')
          .selectAll()
          .where('repository_id', '=', repositoryId)
          .where('at', '>=', from)
          .where('at', '<', to)
          .$if(environment !== null, (query) => query.where('environment', '=', environment ?? ''))
          .orderBy('at')
          .orderBy('kind')
          .orderBy('id')
          .execute();
        return rows.map(deploymentOf);
      }),

    timeline: (repositoryId, environments, from) =>
      read(async (database) => {
        if (environments.length === 0) return [];
        const names = environments.map((name) => name.toLowerCase());
        const rows = await placedDeployments(database)
          .selectAll('deployments')
          .where('deployments.repository_id', '=', repositoryId)
          .where('deployments.at', '>=', from)
          .where('deployments.state', '=', 'success')
          .where((of) => of(of.fn<string>('lower', ['deployments.environment']), 'in', names))
          .orderBy('deployments.at')
          .orderBy('deployments.kind')
          .orderBy('deployments.id')
          .execute();
        return rows.map(({ position, ...row }) => ({ ...deploymentOf(row), position }));
      }),

    anySince: (repositoryId, environments, from) =>
      read(async (database) => {
        if (environments.length === 0) return false;
        const names = environments.map((name) => name.toLowerCase());
        const row = await database
          .selectFrom('deployments')
          .select('id')
          .where('repository_id', '=', repositoryId)
          .where('at', '>=', from)
          .where('state', '=', 'success')
          .where((of) => of(of.fn<string>('lower', ['environment']), 'in', names))
          .limit(1)
          .executeTakeFirst();
        return row !== undefined;
      }),

    place: (repositoryId, sha, base, at) =>
      writeAll(async (database) => {
        await database
          .insertInto('placed_commits')
          .values({ repository_id: repositoryId, sha, base, placed_at: at })
          .onConflict((conflict) => conflict.columns(['repository_id', 'sha']).doUpdateSet({ base, placed_at: at }))
          .execute();
        await markDeploymentsOf(database, repositoryId, [sha]);
      }),

    placed: (repositoryId, sha) =>
      read(async (database) => {
        const row = await database
          .selectFrom('placed_commits')
          .select(['base', 'placed_at'])
          .where('repository_id', '=', repositoryId)
          .where('sha', '=', sha)
          .executeTakeFirst();
        return row === undefined ? null : { base: row.base, at: row.placed_at };
      }),

    firstWith: (repositoryId, sha) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('main_line as change')
          .innerJoin('main_line as deployed', (join) =>
            join
              .onRef('deployed.repository_id', '=', 'change.repository_id')
              .onRef('deployed.position', '>=', 'change.position'),
          )
          .innerJoin('deployments', (join) =>
            join
              .onRef('deployments.repository_id', '=', 'deployed.repository_id')
              .onRef('deployments.sha', '=', 'deployed.sha'),
          )
          .selectAll('deployments')
          .where('change.repository_id', '=', repositoryId)
          .where('change.sha', '=', sha)
          .where('deployments.state', '=', 'success')
          // An old commit that is deployed again brings nothing new: it lies before the change.
          .whereRef('deployments.at', '>=', 'change.committed_at')
          .orderBy('deployments.at')
          .orderBy('deployments.id')
          .execute();
        const first = new Map<string, DeploymentsTable>();
        for (const row of rows) if (!first.has(row.environment)) first.set(row.environment, row);
        return [...first.values()].map(deploymentOf);
      }),
  };
}

function deploymentOf(row: DeploymentsTable): Deployment {
  const { repository_id: repositoryId, kind, id, environment, sha, state, at } = row;
  return { repositoryId, kind, id, environment, sha, state, at: fromMoment(at) };
}
