import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deref, isSchema, type Schema, standAlone } from './json-schema.ts';
import type { Operation, OperationParameter } from './operation.ts';
import { descriptionFile, readDescription } from './read-description.ts';

/** Raise it when the shape of `Operation` changes: older caches are then ignored. */
const CACHE_VERSION = 2;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

let operations: readonly Operation[] | null = null;

/**
 * The request side of every operation. The description has 13 MB; its request side, about 1 MB, is kept in
 * `node_modules/.cache` so that each test file and the demo start in milliseconds.
 */
export function readOperations(): readonly Operation[] {
  operations ??= readCache() ?? writeCache(extractOperations(readDescription('@octokit/openapi')));
  return operations;
}

function extractOperations(description: Schema): readonly Operation[] {
  const found: Operation[] = [];
  for (const [template, item] of Object.entries(isSchema(description.paths) ? description.paths : {})) {
    for (const method of METHODS) {
      const operation = isSchema(item) ? item[method] : undefined;
      if (isSchema(operation)) found.push(extractOperation(description, template, method, operation));
    }
  }
  return found;
}

function extractOperation(description: Schema, template: string, method: string, operation: Schema): Operation {
  const github = isSchema(operation['x-github']) ? operation['x-github'] : {};
  const parameters = Array.isArray(operation.parameters) ? operation.parameters : [];
  return {
    operationId: String(operation.operationId),
    method: method.toUpperCase(),
    template,
    enabledForGitHubApps: github.enabledForGitHubApps === true,
    deprecated: operation.deprecated === true,
    parameters: parameters.flatMap((entry) => extractParameter(description, entry)),
    body: extractBody(description, operation.requestBody),
  };
}

function extractParameter(description: Schema, entry: unknown): readonly OperationParameter[] {
  const parameter = deref(description, entry);
  if (parameter === null) return [];
  const place = parameter.in;
  if (place !== 'path' && place !== 'query' && place !== 'header') return [];
  const schema = standAlone(description, parameter.schema ?? {});
  return [{ name: String(parameter.name), in: place, required: parameter.required === true, schema }];
}

function extractBody(description: Schema, entry: unknown): Operation['body'] {
  const body = deref(description, entry);
  const content = isSchema(body?.content) ? body.content : {};
  const json = isSchema(content['application/json']) ? content['application/json'] : null;
  if (body === null || json === null) return null;
  const schema = deref(description, json.schema) ?? {};
  return {
    required: body.required === true && Array.isArray(schema.required),
    schema: standAlone(description, schema),
    keys: knownKeys(description, schema),
  };
}

function knownKeys(description: Schema, schema: Schema): readonly string[] | null {
  if (schema.additionalProperties !== undefined && schema.additionalProperties !== false) return null;
  const branches = ['oneOf', 'anyOf', 'allOf'].flatMap((key) => {
    const value = schema[key];
    return Array.isArray(value) ? value : [];
  });
  const keys = [schema, ...branches].flatMap((branch) => {
    const properties = deref(description, branch)?.properties;
    return isSchema(properties) ? Object.keys(properties) : [];
  });
  return [...new Set(keys)];
}

/** Named for the description's size and time, so that an update of the package makes a new one. */
function cacheFile(): string {
  const source = descriptionFile('@octokit/openapi');
  const { size, mtimeMs } = statSync(source);
  const modules = source.slice(0, source.lastIndexOf('@octokit'));
  return join(modules, '.cache', 'hiyari', `operations-${CACHE_VERSION}-${size}-${Math.floor(mtimeMs)}.json`);
}

function readCache(): readonly Operation[] | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(cacheFile(), 'utf8'));
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** Written aside and renamed: test files run at the same time. A read-only tree only costs speed. */
function writeCache(found: readonly Operation[]): readonly Operation[] {
  try {
    const file = cacheFile();
    mkdirSync(dirname(file), { recursive: true });
    const aside = `${file}.${process.pid}`;
    writeFileSync(aside, JSON.stringify(found));
    renameSync(aside, file);
  } catch {
    // Without a cache the description is read again.
  }
  return found;
}
