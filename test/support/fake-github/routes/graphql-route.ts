import { executeQuery } from '../graphql/execute-query.ts';
import { GitHubProblem } from '../server/github-problem.ts';
import { objectField, textField } from '../server/read-body.ts';
import type { RateLimits } from '../server/rate-limits.ts';
import { ok, type Route } from '../server/route.ts';

/** GraphQL answers 200 even when it answers with errors. */
export function graphqlRoutes(limits: RateLimits): readonly Route[] {
  return [
    {
      method: 'POST',
      template: '/graphql',
      operationId: 'graphql',
      handle: async (request) => {
        const query = textField(request.body, 'query');
        if (query === undefined)
          throw new GitHubProblem(400, 'A query attribute must be specified and must be a string.');
        const { body, findings } = await executeQuery(
          request,
          limits,
          query,
          objectField(request.body, 'variables') ?? {},
        );
        request.report(findings);
        return ok(body);
      },
    },
  ];
}
