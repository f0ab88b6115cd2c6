import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configJsonSchema } from '../../src/config/config-json-schema.ts';
import { WHOLE_CONFIG } from './whole-config.ts';

const validate = new Ajv2020({ allErrors: true }).compile(configJsonSchema());

describe('the JSON Schema for editors', () => {
  it('is generated and up to date: npm run schemas', () => {
    expect(JSON.parse(readFileSync('schemas/impact.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(configJsonSchema())),
    );
  });

  it('accepts a file with every key, and an empty one', () => {
    expect([validate(parse(WHOLE_CONFIG)), validate.errors]).toEqual([true, null]);
    expect(validate({})).toBe(true);
  });

  it.each([
    ['an unknown key', 'stament: {}'],
    ['an unknown key inside', 'risk: { rulez: [] }'],
    ['a word that is not allowed', 'mode: enforced'],
    ['a duration that is none', 'monitoring: { remind: 12 }'],
    ['a threshold that is none', 'risk: { rules: [{ id: a, level: high, when: { changed-lines: "800" } }] }'],
    ['a missing key', 'risk: { rules: [{ level: high }] }'],
    ['a date that is none', 'actions: [{ id: a, title: b, started: soon }]'],
    ['an id that is none', 'projects: { "a b": { match: {} } }'],
    ['a number out of range', 'monitoring: { block-after: 0 }'],
  ])('refuses %s', (_, text) => {
    expect(validate(parse(text))).toBe(false);
  });
});
