import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isSchema, type Schema } from './json-schema.ts';

/** Checks a value against a schema and says in words what is wrong; compiled on first use. */
export type SchemaChecker = (schema: Schema, value: unknown, at: string) => readonly string[];

const OPTIONS = {
  strict: false,
  allErrors: true,
  validateSchema: false,
  logger: false,
  // Compiling is most of the work here: pieces are compiled once and shared, not inlined and polished.
  inlineRefs: false,
  code: { optimize: false },
} as const;

/**
 * `text`: values come from a path or a query, so `"7"` is a fine integer. `openapi-3.1` has the newer keywords of
 * the webhook description.
 */
export function createSchemaChecker(flavour: 'json' | 'text' | 'openapi-3.1'): SchemaChecker {
  const ajv =
    flavour === 'openapi-3.1'
      ? new Ajv2020(OPTIONS)
      : new Ajv({ ...OPTIONS, coerceTypes: flavour === 'text' && 'array' });
  formats.default(ajv);
  const known = new Set<string>();
  const compiled = new WeakMap<Schema, ValidateFunction>();

  return (schema, value, at) => {
    let validate = compiled.get(schema);
    if (validate === undefined) {
      for (const [name, piece] of Object.entries(defsOf(schema))) {
        if (known.has(name)) continue;
        known.add(name);
        ajv.addSchema(piece, name);
      }
      const { $defs: _pieces, ...rest } = schema;
      validate = ajv.compile({ properties: { value: rest } });
      compiled.set(schema, validate);
    }
    return validate({ value }) ? [] : describe(at, validate.errors ?? []);
  };
}

function defsOf(schema: Schema): Readonly<Record<string, Schema>> {
  const defs = isSchema(schema.$defs) ? schema.$defs : {};
  return Object.fromEntries(Object.entries(defs).filter((entry): entry is [string, Schema] => isSchema(entry[1])));
}

function describe(at: string, errors: readonly ErrorObject[]): readonly string[] {
  const said = errors.map(({ instancePath, message, params }) => {
    const allowed = Array.isArray(params.allowedValues) ? ` (${params.allowedValues.join(', ')})` : '';
    const extra = typeof params.additionalProperty === 'string' ? ` '${params.additionalProperty}'` : '';
    return `${at}${instancePath.replace(/^\/value/, '')} ${message}${allowed}${extra}`;
  });
  return [...new Set(said)];
}
