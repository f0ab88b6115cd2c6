import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CONFIG_LENGTH, MAX_YAML_DEPTH, MAX_YAML_NODES, readYaml } from '../../src/config/read-yaml.ts';

function codesOf(text: string): readonly string[] {
  const result = readYaml(text, 'f.yml');
  return 'problems' in result ? result.problems.map(({ code }) => code) : ['none'];
}

function firstOf(text: string) {
  const result = readYaml(text, 'f.yml');
  return 'problems' in result ? result.problems[0] : undefined;
}

describe('readYaml reads', () => {
  it.each([
    ['mode: off', { mode: 'off' }],
    ['started: 2026-08-01', { started: '2026-08-01' }],
    ['a: &x [1, 2]\nb: *x', { a: [1, 2], b: [1, 2] }],
    ['a: &x { k: v }\nb: [*x, *x]', { a: { k: 'v' }, b: [{ k: 'v' }, { k: 'v' }] }],
    ['<<: { a: 1 }', { '<<': { a: 1 } }],
    ['1: x\ntrue: y', { 1: 'x', true: 'y' }],
    ['a:', { a: null }],
    ['# nothing', undefined],
    ['a: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
  ])('%j', (text, value) => {
    expect(readYaml(text, 'f.yml')).toMatchObject({ value });
  });

  it('and knows where keys and values stand', () => {
    const result = readYaml('a:\n  - b: 1\n    c: [x, y]\nd: &n {e: 2}\nf: *n\n', 'f.yml');
    if ('problems' in result) throw new Error('unexpected');
    const { keys, values } = result.source;
    expect(Object.fromEntries(keys)).toMatchObject({ a: { line: 1, column: 1 }, 'a[0].c': { line: 3, column: 5 } });
    expect(Object.fromEntries(values)).toMatchObject({
      '': { line: 1, column: 1 },
      'a[0]': { line: 2, column: 5 },
      'a[0].b': { line: 2, column: 8 },
      'a[0].c[1]': { line: 3, column: 12 },
      // What an alias stands for is where the alias is: that is what the reader wrote there.
      'f.e': { line: 5, column: 4 },
    });
  });
});

describe('readYaml refuses', () => {
  it.each([
    ['a:\n\tb: 1\n', 'TAB_AS_INDENT', 2, 1],
    ['a: [1, 2\nb: 3\n', 'BAD_INDENT', 2, 1],
    ['a: "x\n', 'MISSING_CHAR', 2, 1],
    ['a: b: c\n', 'BLOCK_AS_IMPLICIT_KEY', 1, 4],
    ['a: @b\n', 'BAD_SCALAR_START', 1, 4],
    ['a: \'\\d\'\nb: "\\d"\n', 'BAD_DQ_ESCAPE', 2, 5],
  ])('%j: %s', (text, yamlCode, line, column) => {
    expect(firstOf(text)).toMatchObject({ code: 'yaml-syntax', yamlCode, line, column });
  });

  it('a second document', () => {
    expect(readYaml('a: 1\n---\nb: 2\n', 'f.yml')).toEqual({
      problems: [{ code: 'several-documents', file: 'f.yml', path: '', line: 2, column: 1 }],
    });
  });

  it('a file that is too large, and not one that just fits', () => {
    expect(firstOf('#'.repeat(MAX_CONFIG_LENGTH + 1))).toEqual({
      code: 'too-large',
      limit: MAX_CONFIG_LENGTH,
      got: MAX_CONFIG_LENGTH + 1,
      file: 'f.yml',
      path: '',
      line: 1,
      column: 1,
    });
    expect(codesOf('#'.repeat(MAX_CONFIG_LENGTH))).toEqual(['none']);
    expect(codesOf('a: 1\n'.repeat(209_716))).toEqual(['too-large']);
  });

  it.each([
    ['lists in brackets', '['.repeat(60_000)],
    ['mappings in braces', '{a: '.repeat(30_000)],
    ['lists in one line', '- '.repeat(60_000)],
    ['keys that are keys', '? '.repeat(60_000)],
    ['indented mappings', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['aliases of aliases', `a0: &a0 [x]\n${chain((n) => `a${n}: &a${n} [*a${n - 1}]`, MAX_YAML_DEPTH + 5)}`],
  ])('what nests too deep: %s', (_, text) => {
    expect(firstOf(text)).toMatchObject({ code: 'too-deep', limit: MAX_YAML_DEPTH });
  });

  it('nesting beyond the limit only', () => {
    expect(codesOf(`${'['.repeat(MAX_YAML_DEPTH)}${']'.repeat(MAX_YAML_DEPTH)}`)).toEqual(['none']);
    expect(codesOf(`${'['.repeat(MAX_YAML_DEPTH + 2)}${']'.repeat(MAX_YAML_DEPTH + 2)}`)).toEqual(['too-deep']);
  });

  it.each([
    ['a billion laughs', `a0: &a0 [x]\n${chain((n) => `a${n}: &a${n} [${`*a${n - 1}, `.repeat(9)}]`, 9)}`],
    ['very many lines', '- 1\n'.repeat(MAX_YAML_NODES + 1)],
    ['very many items', `[${'1,'.repeat(MAX_YAML_NODES + 1)}]`],
  ])('too many values: %s', (_, text) => {
    expect(codesOf(text)).toContain('too-complex');
  });

  it.each(['a: &a [*a]', 'a: *b\nb: &b 1', '[*x]'])('an alias of what is not finished or not there: %s', (text) => {
    expect(codesOf(text)).toEqual(['yaml-alias']);
  });
});

describe('readYaml', () => {
  it('never throws, and its problems are inside the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: fc.constantFrom(...'ab:-[]{}&*!|>"\'#?,% \t\n\r'), maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, (given) => {
        const result = readYaml(given, 'f.yml');
        const lines = given.split('\n');
        for (const { line, column } of 'problems' in result ? result.problems : []) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 3_000, seed: 6 },
    );
  });
});

function chain(line: (n: number) => string, count: number): string {
  return Array.from({ length: count }, (_, n) => line(n + 1)).join('\n');
}
