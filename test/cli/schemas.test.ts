import { globSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

type Schema = Readonly<Record<string, unknown>>;

const COMMANDS = globSync('src/{cli/commands,usecases}/*.ts').map((file) => readFileSync(file, 'utf8'));
const printed = COMMANDS.flatMap((text) =>
  [...text.matchAll(/schema: '(hiyari\.[^']+)'/g)].map(([, name = '']) => name),
);

/** Every object of a schema that names its properties. */
function objectsOf(value: unknown): readonly Schema[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsOf);
  return 'properties' in value && 'type' in value ? [value as Schema, ...inner] : inner;
}

/** Documents that are taken in, not printed. */
const TAKEN = ['hiyari.incident/1'];

describe('the schemas of --json', () => {
  it('are of every document that a command prints', () => {
    const files = globSync('schemas/hiyari.*.schema.json');
    expect(files.toSorted()).toEqual(
      [...printed, ...TAKEN].map((name) => `schemas/${name.replaceAll('/', '.')}.schema.json`).toSorted(),
    );
  });

  it.each(printed)('%s names itself, and lets no key in unseen', (name) => {
    const schema = JSON.parse(readFileSync(`schemas/${name.replaceAll('/', '.')}.schema.json`, 'utf8')) as Schema & {
      readonly properties: Readonly<Record<string, Schema>>;
    };
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:hiyari:schema:${name}`,
      title: expect.stringContaining('--json'),
      properties: { schema: { const: name } },
    });
    // What a code brings along is its own; every other object is closed.
    const open = objectsOf(schema).filter((one) => one.additionalProperties !== false);
    expect(open.filter(({ properties }) => !Object.hasOwn(properties as object, 'code'))).toEqual([]);
    expect(() => new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)).not.toThrow();
  });
});
