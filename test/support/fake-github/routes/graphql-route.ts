import { executeQuery } from '../graphql/execute-query.ts';
import { GitHubProblem } from '../server/github-problem.ts';
import { objectField, textField } from '../server/read-body.ts';
import { ok, type Route } from '../server/route.ts';

/** GraphQL answers 200 even when it answers with errors. */
export const graphqlRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/graphql',
    operationId: 'graphql',
    handle: async (request) => {
      const query = textField(request.body, 'query');
      if (query === undefined)
        throw new GitHubProblem(400, 'A query attribute must be specified and must be a string.');
      const { body, findings } = await executeQuery(request, query, objectField(request.body, 'variables') ?? {});
      request.report(findings);
      return ok(body);
    },
  },
];
