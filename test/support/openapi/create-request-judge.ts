import { checkRequestLimits } from './check-request-limits.ts';
import { createSchemaChecker } from './create-schema-checker.ts';
import { isSchema } from './json-schema.ts';
import { createOperationMatcher, type OperationMatch } from './match-operation.ts';
import { readOperations } from './read-operations.ts';

interface JudgedRequest {
  readonly method: string;
  /** Path with query, without host and `/api/v3`. */
  readonly path: string;
  readonly body?: unknown;
}

interface Violation {
  readonly request: JudgedRequest;
  readonly operationId: string | null;
  readonly findings: readonly string[];
}

export interface RequestJudge {
  /** Says what GitHub's description has against a request (empty: nothing) and remembers it. */
  readonly judge: (request: JudgedRequest) => readonly string[];
  /** Notes a violation that another judge found, e.g. in a GraphQL query. */
  readonly report: (request: JudgedRequest, findings: readonly string[]) => void;
  readonly violations: readonly Violation[];
  /** Throws an error that lists all violations so far. */
  readonly assertClean: () => void;
  readonly clear: () => void;
}

/** Judges requests by GitHub's own OpenAPI description and by the limits that it leaves out. */
export function createRequestJudge(): RequestJudge {
  const violations: Violation[] = [];
  let rules: Rules | null = null;

  function report(request: JudgedRequest, findings: readonly string[], operationId: string | null = null): void {
    if (findings.length > 0) violations.push({ request, operationId, findings });
  }

  return {
    judge: (request) => {
      rules ??= loadRules();
      const { operationId, findings } = judgeRequest(rules, request);
      report(request, findings, operationId);
      return findings;
    },
    report,
    violations,
    assertClean: () => {
      if (violations.length === 0) return;
      throw new Error(`GitHub would refuse ${violations.length} request(s):\n${violations.map(describe).join('\n')}`);
    },
    clear: () => violations.splice(0),
  };
}

type Rules = ReturnType<typeof loadRules>;

function loadRules() {
  return {
    matcher: createOperationMatcher(readOperations()),
    checkJson: createSchemaChecker('json'),
    checkText: createSchemaChecker('text'),
  };
}

function judgeRequest(rules: Rules, request: JudgedRequest) {
  const url = new URL(request.path, 'https://api.github.com');
  const match = rules.matcher.match(request.method, url.pathname);
  if (match === null) {
    const methods = rules.matcher.methodsOf(url.pathname);
    const words = methods.length === 0 ? 'no operation has this path' : `this path only takes ${methods.join(', ')}`;
    return { operationId: null, findings: [words] };
  }
  const findings = [...judgeParameters(rules, match, url.searchParams), ...judgeBody(rules, match, request.body)];
  return { operationId: match.operation.operationId, findings };
}

function judgeParameters(
  rules: Rules,
  { operation, params }: OperationMatch,
  query: URLSearchParams,
): readonly string[] {
  const findings: string[] = [];
  const known = new Map(operation.parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]));
  for (const [name, value] of Object.entries(params)) {
    const parameter = known.get(`path ${name}`);
    if (parameter !== undefined) findings.push(...rules.checkText(parameter.schema, value, `path ${name}`));
  }
  for (const [name, value] of query) {
    const parameter = known.get(`query ${name}`);
    if (parameter === undefined) findings.push(`query '${name}' is unknown to ${operation.operationId}`);
    else findings.push(...rules.checkText(parameter.schema, value, `query ${name}`));
    if (name === 'per_page' && Number(value) > 100) findings.push(`query per_page is ${value}, 100 at most`);
  }
  for (const { name, in: place, required } of operation.parameters) {
    if (place === 'query' && required && !query.has(name)) findings.push(`query '${name}' is required`);
  }
  return findings;
}

function judgeBody(rules: Rules, { operation }: OperationMatch, body: unknown): readonly string[] {
  const { operationId, body: expected } = operation;
  if (body === undefined) return expected?.required ? ['a body is required'] : [];
  if (expected === null) {
    const empty = isSchema(body) && Object.keys(body).length === 0;
    return empty ? [] : [`${operationId} takes no body`];
  }
  const findings = [...rules.checkJson(expected.schema, body, 'body'), ...checkRequestLimits(operationId, body)];
  if (isSchema(body) && expected.keys !== null) {
    const known = new Set(expected.keys);
    for (const key of Object.keys(body)) {
      if (!known.has(key)) findings.push(`body/${key} is unknown to ${operationId}, GitHub would ignore it`);
    }
  }
  return findings;
}

function describe({ request, operationId, findings }: Violation): string {
  return `- ${request.method} ${request.path} [${operationId ?? 'unknown'}]: ${findings.join('; ')}`;
}
