import type { Deployment } from '../domain/exposure/deployment.ts';
import type { DeploymentStore } from '../ports/exposure-store.ts';
import { fromMoment, toMoment } from './moment.ts';
import type { Runner } from './runner.ts';
import type { DeploymentsTable } from './tables.ts';

export function deploymentStore({ read, write }: Runner): DeploymentStore {
  return {
    save: (deployments) =>
      write(async (database) => {
        for (const { repositoryId, kind, id, environment, sha, state, at } of deployments) {
          const moment = toMoment(at, `The ${kind} ${id}`);
          await database
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
            .execute();
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
