import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readGeneric } from '../../src/intake/read-generic.ts';
import { genericMessage } from './messages.ts';

const schema = JSON.parse(readFileSync('schemas/hiyari.incident.1.schema.json', 'utf8'));
const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
const context = { now: Date.parse('2026-09-02T00:00:00Z') };

/** Every key of the schema, filled in. */
const whole = genericMessage({
  description: 'Words.',
  url: 'https://status.acme.example/17',
  state: 'resolved',
  detectedAt: '2026-09-01T01:30:00Z',
  resolvedAt: '2026-09-01T02:00:00Z',
  updatedAt: '2026-09-01T03:00:00Z',
  detectedBy: 'a customer',
  causes: ['code'],
  escaped: ['test-gap'],
  paths: ['app/exports/run.ts'],
  projects: ['refactor'],
  statedCause: '#12',
});

describe('schemas/hiyari.incident.1.schema.json', () => {
  it('has an example of every key, and what it allows is read whole', () => {
    expect(Object.keys(whole).toSorted()).toEqual(Object.keys(schema.$defs.incident.properties).toSorted());
    expect(valid(whole)).toBe(true);
    expect(readGeneric(whole, context)).toMatchObject({
      reports: [
        {
          facts: {
            kind: 'inquiry',
            state: 'resolved',
            detectedBy: 'a customer',
            causes: ['code'],
            escaped: ['test-gap'],
            paths: ['app/exports/run.ts'],
            projects: ['refactor'],
            statedCause: '#12',
            findings: [],
          },
        },
      ],
    });
  });

  it.each([[genericMessage({ id: undefined })], [genericMessage({ title: '' })], [genericMessage({ kind: 'banana' })]])(
    'does not allow %j',
    (message) => {
      expect(valid(JSON.parse(JSON.stringify(message)))).toBe(false);
    },
  );
});
