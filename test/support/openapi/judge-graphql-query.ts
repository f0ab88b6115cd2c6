import { GraphQLError, parse, validate } from 'graphql';
import { graphqlSchema } from './graphql-schema.ts';

/** What GitHub's schema has against a query, in words; empty when nothing. */
export function judgeGraphqlQuery(query: string): readonly string[] {
  try {
    return validate(graphqlSchema(), parse(query)).map((error) => error.message);
  } catch (error) {
    if (error instanceof GraphQLError) return [error.message];
    throw error;
  }
}
