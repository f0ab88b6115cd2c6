import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configJsonSchema } from '../../src/config/config-json-schema.ts';
import { defaultRiskRules } from '../../src/config/default-risk-rules.ts';
import { parseConfig } from '../../src/config/parse-config.ts';

const DOCUMENT = readFileSync('docs/configuration.md', 'utf8');

describe('docs/configuration.md', () => {
  it('shows a file that is valid', () => {
    const example = /```yaml\n(locale: [\s\S]*?)```/.exec(DOCUMENT)?.[1] ?? '';
    expect(parseConfig(example, { path: 'example' })).toMatchObject({ config: { locale: 'ja' } });
  });

  it('names every key', () => {
    const missing = [...keysOf(configJsonSchema())].filter((key) => !DOCUMENT.includes(key));
    expect(missing).toEqual([]);
  });

  it('lists the default rules with their levels, in their order', () => {
    const rows = [...DOCUMENT.matchAll(/^\| `([a-z-]+)` +\| (low|medium|high) +\|/gm)].map(([, id, level]) => [
      id,
      level,
    ]);
    expect(rows).toEqual(defaultRiskRules('en').map(({ id, level }) => [id, level]));
  });
});

function keysOf(schema: unknown): Set<string> {
  const keys = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries(node)) {
      if (name === 'properties') for (const key of Object.keys(value)) keys.add(key);
      visit(value);
    }
  };
  visit(schema);
  return keys;
}
