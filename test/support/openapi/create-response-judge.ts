import { createSchemaChecker } from './create-schema-checker.ts';
import { deref, isSchema, type Schema, standAlone } from './json-schema.ts';
import { createOperationMatcher } from './match-operation.ts';
import { readDescription } from './read-description.ts';
import { readOperations } from './read-operations.ts';

interface JudgedResponse {
  readonly method: string;
  /** Path with query, without host and `/api/v3`. */
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

/**
 * Says in words how an answer differs from GitHub's description. Advisory: GitHub's own examples do not all pass, so
 * tests count how many answers do and hold that count.
 */
export type ResponseJudge = (response: JudgedResponse) => readonly string[];

export function createResponseJudge(): ResponseJudge {
  const matcher = createOperationMatcher(readOperations());
  const check = createSchemaChecker('json');
  const schemas = new Map<string, Schema | null>();

  return ({ method, path, status, body }) => {
    const { pathname } = new URL(path, 'https://api.github.com');
    const operation = matcher.match(method, pathname)?.operation;
    if (operation === undefined) return [`no operation ${method} ${pathname}`];
    const key = `${operation.operationId} ${status}`;
    if (!schemas.has(key)) schemas.set(key, findSchema(operation.template, method, status));
    const schema = schemas.get(key) ?? null;
    if (schema !== null) return check(schema, body, operation.operationId);
    // 204 and 304 have no body; other statuses have to be described.
    return body === undefined || body === '' ? [] : [`${operation.operationId} does not describe status ${status}`];
  };
}

function findSchema(template: string, method: string, status: number): Schema | null {
  const description = readDescription('@octokit/openapi');
  const item = isSchema(description.paths) ? description.paths[template] : null;
  const operation = isSchema(item) ? item[method.toLowerCase()] : null;
  const responses = isSchema(operation) && isSchema(operation.responses) ? operation.responses : {};
  const content = deref(description, responses[String(status)])?.content;
  const json = isSchema(content) ? content['application/json'] : null;
  return isSchema(json) ? standAlone(description, json.schema) : null;
}
