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
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<QueryOutcome> {
  const [{ execute, parse }, { graphqlSchema }, { judgeGraphqlQuery }, { rootNode }] = await Promise.all([
    import('graphql'),
    import('../../openapi/graphql-schema.ts'),
    import('../../openapi/judge-graphql-query.ts'),
    import('./root-node.ts'),
  ]);
  const findings = judgeGraphqlQuery(query);
  if (findings.length > 0) return { body: { errors: findings.map((message) => ({ message })) }, findings };
  const outcome = await execute({
    schema: graphqlSchema(),
    document: parse(query),
    rootValue: rootNode(request),
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
