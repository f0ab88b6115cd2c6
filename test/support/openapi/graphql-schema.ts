import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';

let schema: GraphQLSchema | null = null;

/** GitHub's public GraphQL schema; parsing and building it take about a quarter of a second, once a process. */
export function graphqlSchema(): GraphQLSchema {
  if (schema !== null) return schema;
  // The package exports only its entry, which would parse 5 MB of JSON; the schema lies beside it.
  const manifest = findPackageJSON('@octokit/graphql-schema', import.meta.url);
  if (manifest === undefined) throw new Error('@octokit/graphql-schema is not installed');
  const document = parse(readFileSync(join(dirname(manifest), 'schema.graphql'), 'utf8'), { noLocation: true });
  schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  return schema;
}
