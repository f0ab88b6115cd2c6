import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { mergeConfigFiles } from '../../src/config/merge-config-files.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { describeProblem } from '../../src/render/config-problem.ts';
import { LOCALES } from '../../src/domain/locale.ts';
import { WHOLE_CONFIG } from './whole-config.ts';

const KEYS = [...new Set(WHOLE_CONFIG.match(/[a-z0-9-]+(?=:)/g) ?? [])];
const LEAF = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.integer({ min: -5, max: 5 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('high', '24h', '>= 3', '95%', '**', '!a', '2026-01-01', 'a/b', 'removed', '__proto__'),
);
const TREE = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    LEAF,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 5 })), tie('value'), { maxKeys: 4 }),
  ),
})).value;
const TOP = fc.dictionary(fc.constantFrom(...KEYS), TREE, { maxKeys: 6 });

describe('parseConfig', () => {
  it.each([
    ['any tree', TOP.map((tree) => stringify(tree))],
    ['a good file with a hole', holed()],
    ['any text', fc.string({ unit: 'binary', maxLength: 100 })],
  ])('never throws on %s, and every problem has a place and words', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const result = parseConfig(text, { path: 'f.yml' });
        if (!('problems' in result)) return;
        const lines = text.split('\n');
        expect(result.problems.length).toBeGreaterThan(0);
        for (const problem of result.problems) {
          expect(problem.file).toBe('f.yml');
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(lines.length);
          expect(problem.column).toBeGreaterThanOrEqual(1);
          expect(problem.column).toBeLessThanOrEqual((lines[problem.line - 1]?.length ?? 0) + 1);
          for (const locale of LOCALES) {
            const words = describeProblem(problem, locale);
            expect(words).not.toMatch(/undefined(?!-)|\[object|NaN|\n/);
          }
        }
      }),
      { numRuns: 600, seed: 7 },
    );
  });

  it('reads the same from YAML in another style', () => {
    const parsed = parseConfig(WHOLE_CONFIG, { path: 'f.yml' });
    const { config } = 'config' in parsed ? parsed : { config: undefined };
    const flow = parseConfig(JSON.stringify(parse(WHOLE_CONFIG)), { path: 'f.yml' });
    expect('config' in flow && flow.config).toEqual(config);
  });
});

describe('mergeConfigFiles', () => {
  it('with an empty file on either side changes nothing', () => {
    const parsed = parseConfig(`extends: x\n${WHOLE_CONFIG}`, { path: 'f.yml' });
    const file = 'config' in parsed ? parsed.extends?.layer.file : undefined;
    expect(file).toBeDefined();
    if (file === undefined) return;
    expect(mergeConfigFiles(file, {})).toEqual(file);
    expect(mergeConfigFiles({}, file)).toEqual(file);
    expect(mergeConfigFiles(file, file)).toEqual(file);
  });
});

/** The whole file with a few characters taken out or put in. */
function holed(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(WHOLE_CONFIG.length), fc.nat(8), fc.constantFrom('', 'x', '\t', ':', '{', '*', '"', '\n  - '))
    .map(([at, length, put]) => WHOLE_CONFIG.slice(0, at) + put + WHOLE_CONFIG.slice(at + length));
}
