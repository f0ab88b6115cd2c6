import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });

// Before a test goes to another folder.
const SCHEMAS = resolve('schemas');

/** Parses what a command printed, all of it, and holds it to the schema that it names. */
export function readJson(stdout: string): Readonly<Record<string, unknown>> {
  const value = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  const file = join(SCHEMAS, `${String(value.schema).replaceAll('/', '.')}.schema.json`);
  const schema = JSON.parse(readFileSync(file, 'utf8')) as { readonly $id: string };
  const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
  return value;
}
