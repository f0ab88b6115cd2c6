import type { RateLimits } from '../server/rate-limits.ts';
import type { RouteRequest } from '../server/route.ts';
import type { JsonObject } from '../state/json.ts';

export interface QueryOutcome {
  readonly body: JsonObject;
  /** What GitHub's schema has against the query. */
  readonly findings: readonly string[];
}

/**
 * Runs a query over GitHub's whole schema; `root-node.ts` and its neighbours give the values.
 * Loaded on first use: the schema takes a quarter of a second.
 */
export async function executeQuery(
  request: RouteRequest,
  limits: RateLimits,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<QueryOutcome> {
  const [{ execute, parse }, { graphqlSchema }, { judgeGraphqlQuery }, { queryCost, MOST_NODES }, { rootNode }] =
    await Promise.all([
      import('graphql'),
      import('../../openapi/graphql-schema.ts'),
      import('../../openapi/judge-graphql-query.ts'),
      import('./query-cost.ts'),
      import('./root-node.ts'),
    ]);
  const findings = judgeGraphqlQuery(query);
  if (findings.length > 0) return { body: { errors: findings.map((message) => ({ message })) }, findings };
  const document = parse(query);
  const { points, nodes } = queryCost(document, variables);
  if (nodes > MOST_NODES) {
    const message = `This query requests up to ${nodes} possible nodes which exceeds the maximum limit of ${MOST_NODES}.`;
    return { body: { errors: [{ type: 'MAX_NODE_LIMIT_EXCEEDED', message }] }, findings: [message] };
  }
  // The request itself has cost one already.
  limits.spend(request.actor, 'graphql', points - 1);
  const outcome = await execute({
    schema: graphqlSchema(),
    document,
    rootValue: rootNode(request, { points, nodes, budget: limits.budget(request.actor, 'graphql') }),
    variableValues: variables,
  });
  // Through JSON and back: what goes over the wire has no prototypes.
  const body: JsonObject = JSON.parse(JSON.stringify({ data: outcome.data ?? null, ...errorsOf(outcome.errors) }));
  return { body, findings };
}

/** What a node found wrong carries GitHub's `type`, e.g. `NOT_FOUND`. */
function errorsOf(errors: Awaited<ReturnType<typeof import('graphql').execute>>['errors']) {
  if (errors === undefined) return {};
  return {
    errors: errors.map((error) => ({
      type: typeof error.originalError?.cause === 'string' ? error.originalError.cause : 'INTERNAL',
      message: error.message,
      path: error.path,
      locations: error.locations,
    })),
  };
}
