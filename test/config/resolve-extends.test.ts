import { describe, expect, it } from 'vitest';
import { type ConfigResult, parseConfig, type ParsedConfig } from '../../src/config/parse-config.ts';
import { type LoadedBase, resolveExtends } from '../../src/config/resolve-extends.ts';

const PATH = '.github/impact.yml';
const REPOSITORY = { owner: 'acme', name: 'shop', private: true };

function child(text: string): ParsedConfig {
  const parsed = parseConfig(text, { path: PATH });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed;
}

function base(text: string, isPrivate = false): LoadedBase {
  return { found: true, text, private: isPrivate };
}

function resolve(childText: string, loaded: LoadedBase, repository = REPOSITORY): ConfigResult {
  return resolveExtends(child(childText), repository, loaded);
}

function configOf(result: ConfigResult) {
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.config;
}

describe('a child and its base', () => {
  it('merge mappings by key; the child has the last word on lists and values', () => {
    const config = configOf(
      resolve(
        'extends: acme/.github\nlocale: ja\nexempt: { authors: [b] }\nstatement: { require: { high: [] } }\n',
        base(
          'mode: enforce\nlocale: en\nexempt: { authors: [a], reverts: false }\nstatement: { require: { low: [rollback] } }\n',
        ),
      ),
    );
    expect(config).toMatchObject({
      mode: 'enforce',
      locale: 'ja',
      exempt: { authors: ['b'], reverts: false },
      statement: { require: { low: ['rollback'], medium: ['blast-radius'], high: [] } },
    });
  });

  it('merge rules and actions by id, the base first and in its order', () => {
    const rule = (id: string, level: string) => `{ id: ${id}, level: ${level}, paths: [x] }`;
    const action = (id: string, title: string) => `{ id: ${id}, title: ${title}, started: 2026-01-01 }`;
    const config = configOf(
      resolve(
        `extends: x\nrisk: { rules: [${rule('c', 'low')}, ${rule('a', 'low')}] }\nactions: [${action('q', 'new')}]\n`,
        base(
          `risk: { rules: [${rule('a', 'high')}, ${rule('b', 'high')}] }\nactions: [${action('p', 'one')}, ${action('q', 'two')}]`,
        ),
      ),
    );
    expect(config.rules.map(({ id, level }) => [id, level])).toEqual([
      ['a', 'low'],
      ['b', 'high'],
      ['c', 'low'],
    ]);
    expect(config.actions.map(({ id, title }) => [id, title])).toEqual([
      ['p', 'one'],
      ['q', 'new'],
    ]);
  });

  it('take the lists of the only one that has them', () => {
    const rules = 'risk: { rules: [{ id: a, level: low, paths: [x] }] }';
    expect(configOf(resolve('extends: x', base(rules))).rules.map(({ id }) => id)).toEqual(['a']);
    expect(configOf(resolve(`extends: x\n${rules}`, base(''))).rules.map(({ id }) => id)).toEqual(['a']);
  });

  it('may refer to what the other defines', () => {
    const fields = 'statement: { fields: { safety: { headings: [Safety] } } }';
    const config = configOf(resolve('extends: x\nstatement: { require: { high: [safety] } }', base(fields)));
    expect(config.statement.require.high).toEqual(['safety']);
    const control = 'actions: [{ id: a, title: b, started: 2026-01-01, control: { projects: [p] } }]';
    expect(configOf(resolve('extends: x\nprojects: { p: { match: { labels: [p] } } }', base(control)))).toBeDefined();
  });

  it('are nothing to a file that extends nothing', () => {
    const alone = child('mode: off');
    expect(resolveExtends(alone, REPOSITORY, { found: false, because: 'no-file' })).toBe(alone);
  });

  it('leave the result without a base still to be loaded', () => {
    expect(resolve('extends: x', base(''))).not.toHaveProperty('extends');
  });
});

describe('trouble with the base', () => {
  const at = { file: PATH, path: 'extends', line: 2, column: 1 };
  const text = 'mode: off\nextends: acme/rules@v1\n';
  const got = 'acme/rules:.github/impact.yml@v1';

  it.each(['no-repository', 'no-file', 'too-large'] as const)('%s', (because) => {
    expect(resolve(text, { found: false, because })).toEqual({
      problems: [{ ...at, code: 'extends-not-found', got, because }],
    });
  });

  it('that is private is refused to a public repository only', () => {
    const open = { ...REPOSITORY, private: false };
    expect(resolve(text, base('', true), open)).toEqual({ problems: [{ ...at, code: 'extends-private', got }] });
    expect(resolve(text, base('', false), open)).toHaveProperty('config');
    expect(resolve(text, base('', true))).toHaveProperty('config');
  });

  it.each([
    ['acme/other', 'extends-second-level', 'acme/other:.github/impact.yml'],
    ['other', 'extends-second-level', 'acme/other:.github/impact.yml'],
    ['ACME/Shop@main', 'extends-cycle', 'ACME/Shop:.github/impact.yml@main'],
    ['shop', 'extends-cycle', 'acme/shop:.github/impact.yml'],
    ['shop:other.yml', 'extends-second-level', 'acme/shop:other.yml'],
  ])('that extends %s: %s', (second, code, next) => {
    expect(resolve(text, base(`extends: ${second}`))).toEqual({ problems: [{ ...at, code, got: next }] });
  });

  it.each(['shop', 'acme/shop', 'Acme/SHOP@v1'])('that is the file itself: %s', (self) => {
    expect(resolve(`extends: ${self}`, base(''))).toMatchObject({ problems: [{ code: 'extends-cycle', line: 1 }] });
  });

  it('that is another file of the same repository is none', () => {
    expect(resolve('extends: shop:base.yml', base('mode: off'))).toMatchObject({ config: { mode: 'off' } });
  });

  it('is reported in the base, by its name', () => {
    expect(resolve(text, base('\nmode: x'))).toMatchObject({
      problems: [{ file: got, path: 'mode', line: 2, column: 7, code: 'not-allowed' }],
    });
  });

  it('names that neither file defines are reported where they stand', () => {
    const require = 'statement: { require: { high: [safety] } }';
    expect(resolve(`extends: acme/rules@v1\n${require}`, base(require))).toMatchObject({
      problems: [
        { file: got, line: 1, column: 32, code: 'undefined-reference' },
        { file: PATH, line: 2, column: 32, code: 'undefined-reference' },
      ],
    });
  });
});
