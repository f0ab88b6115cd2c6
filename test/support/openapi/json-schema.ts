/** A JSON Schema, or the OpenAPI 3.0 dialect of one, as plain data. */
export type Schema = { readonly [key: string]: unknown };

export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Follows a local `$ref` (`#/components/…`) in a description. */
export function deref(description: Schema, value: unknown): Schema | null {
  let current = value;
  for (let hops = 0; hops < 10 && isSchema(current); hops += 1) {
    const pointer = current.$ref;
    if (typeof pointer !== 'string') return current;
    current = lookUp(description, pointer);
  }
  return null;
}

function lookUp(description: Schema, pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, key) => (isSchema(node) ? node[key] : undefined), description);
}

/** Everything that a schema refers to, directly or not, by pointer. */
function referencesOf(description: Schema, root: unknown): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (Array.isArray(node)) waiting.push(...node);
    if (!isSchema(node)) continue;
    const pointer = node.$ref;
    if (typeof pointer === 'string' && !found.has(pointer)) {
      const target = lookUp(description, pointer);
      found.set(pointer, target);
      waiting.push(target);
    }
    for (const [key, child] of Object.entries(node)) {
      if (key !== 'example' && key !== 'examples') waiting.push(child);
    }
  }
  return found;
}

/**
 * A schema that stands alone: the pieces it refers to travel along in `$defs`, by the names that its `$ref`s use, and
 * OpenAPI's `nullable` becomes a type. Only these pieces are compiled; the whole description would take seconds.
 */
export function standAlone(description: Schema, root: unknown): Schema {
  const references = referencesOf(description, root);
  const defs: Record<string, unknown> = {};
  for (const [pointer, target] of references) defs[nameOf(pointer)] = toJsonSchema(target);
  const schema = toJsonSchema(root);
  return isSchema(schema) ? { ...schema, $defs: defs } : { $defs: defs };
}

const ANNOTATIONS = new Set(['description', 'example', 'examples', 'default', 'title', 'deprecated', 'externalDocs']);

/** Ajv throws on `nullable` without a type and on `null` missing from an `enum`, so both are spelled out. */
function toJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toJsonSchema);
  if (!isSchema(node)) return node;
  const plain: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(node)) {
    if (key === 'nullable' && child === true) continue;
    if (ANNOTATIONS.has(key) && !isSchema(child)) continue;
    if (key === '$ref' && typeof child === 'string') plain[key] = nameOf(child);
    else if (key === 'properties' && isSchema(child)) plain[key] = mapValues(child, toJsonSchema);
    else plain[key] = key === 'enum' || key === 'const' ? child : toJsonSchema(child);
  }
  return node.nullable === true ? orNull(plain) : plain;
}

function orNull(schema: Record<string, unknown>): Schema {
  const { enum: values, type } = schema;
  const widened = Array.isArray(values) && !values.includes(null) ? { ...schema, enum: [...values, null] } : schema;
  if (typeof type === 'string') return { ...widened, type: [type, 'null'] };
  if (Array.isArray(type) || (type === undefined && !hasCombination(widened))) return widened;
  return { anyOf: [widened, { type: 'null' }] };
}

function hasCombination(schema: Schema): boolean {
  return ['$ref', 'allOf', 'anyOf', 'oneOf'].some((key) => key in schema);
}

function mapValues(object: Schema, map: (value: unknown) => unknown): Schema {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}

function nameOf(pointer: string): string {
  return `gh:${pointer.slice(2).replaceAll(/[^A-Za-z0-9_-]/g, '.')}`;
}
