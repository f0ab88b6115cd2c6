import { describe, expect, it } from 'vitest';
import type { ChangedFile, ChangedFiles } from '../../../src/domain/pull-request/changed-files.ts';
import type { Author } from '../../../src/domain/pull-request/pull-request.ts';
import { type ExemptionInput, findExemption } from '../../../src/domain/statement/find-exemption.ts';
import { inheritStatement } from '../../../src/domain/statement/inherit-statement.ts';
import type { ImpactStatement, StatementVerdict } from '../../../src/domain/statement/impact-statement.ts';

const file = (path: string, previousPath?: string): ChangedFile => ({
  path,
  status: previousPath === undefined ? 'modified' : 'renamed',
  additions: 1,
  deletions: 0,
  ...(previousPath === undefined ? {} : { previousPath }),
});
const list = (...files: ChangedFile[]): ChangedFiles => ({ files, expected: files.length });
const person: Author = { id: 1, login: 'ann', type: 'user' };
const bot: Author = { id: 2, login: 'dependabot[bot]', type: 'bot' };
const said = (verdict: StatementVerdict): ImpactStatement => ({ verdict, fields: {}, findings: [] });
/** Stands in for the risk rules' globs: each glob is a prefix. */
const selectPaths = (paths: readonly string[], globs: readonly string[]) =>
  paths.every((path) => globs.some((glob) => path.startsWith(glob)));

function find(author: Author, files: ChangedFiles, more: Partial<ExemptionInput> = {}) {
  const policy = { authors: ['Dependabot[bot]', 'release-robot'], onlyPaths: ['docs/'], reverts: true };
  return findExemption({ pullRequest: { author }, files, policy, selectPaths, ...more });
}

describe('findExemption', () => {
  const code = list(file('src/a.ts'));

  it('is null for a person who changes code', () => expect(find(person, code)).toBeNull());

  it('knows authors by their exact login', () => {
    expect(find(bot, code)).toEqual({ code: 'exempt-bot', login: 'dependabot[bot]' });
    expect(find({ ...bot, type: 'unknown' }, code)).toEqual({ code: 'exempt-bot', login: 'dependabot[bot]' });
    expect(find({ ...person, login: 'Release-Robot' }, code)).toEqual({
      code: 'exempt-author',
      login: 'Release-Robot',
    });
    expect(find({ ...person, login: 'release-robot', type: 'bot' }, code)).toEqual({
      code: 'exempt-bot',
      login: 'release-robot',
    });
    for (const login of ['dependabot', 'dependabot[bot]x', 'xdependabot[bot]', 'release-robot2']) {
      expect(find({ ...person, login }, code)).toBeNull();
    }
  });

  it('exempts bots in general only when the policy says so', () => {
    const agent: Author = { id: 3, login: 'writer[bot]', type: 'bot' };
    const policy = { authors: ['*[bot]'], onlyPaths: [], reverts: false };
    expect(find(agent, code)).toBeNull();
    expect(find(agent, code, { policy })).toEqual({ code: 'exempt-bot', login: 'writer[bot]' });
    expect(find({ ...agent, type: 'user' }, code, { policy })).toBeNull();
  });

  it('looks at every path, old names too', () => {
    expect(find(person, list(file('docs/a.md'), file('docs/b.md')))).toEqual({
      code: 'exempt-paths',
      globs: ['docs/'],
    });
    expect(find(person, list(file('docs/a.md'), file('src/b.ts')))).toBeNull();
    expect(find(person, list(file('docs/a.md', 'src/a.ts')))).toBeNull();
    expect(find(person, list(file('docs/a.md', 'docs/b.md')))?.code).toBe('exempt-paths');
  });

  it('trusts no list that may not be whole', () => {
    const docs = list(file('docs/a.md'));
    expect(find(person, { ...docs, incomplete: 'truncated' })).toBeNull();
    expect(find(person, { ...docs, expected: 2 })).toBeNull();
    expect(find(person, list())).toBeNull();
    expect(find(person, docs, { policy: { authors: [], onlyPaths: [], reverts: true } })).toBeNull();
  });

  it.each([
    ['filled', { code: 'exempt-revert', number: 5 }],
    ['none', { code: 'exempt-revert', number: 5 }],
    ['placeholder', null],
    ['missing', null],
  ] as const)('exempts the revert of what was %s: %j', (verdict, expected) => {
    expect(find(person, code, { revertedStatement: { number: 5, statement: said(verdict) } })).toEqual(expected);
  });

  it('exempts no revert when the policy does not', () => {
    const policy = { authors: [], onlyPaths: [], reverts: false };
    expect(find(person, code, { policy, revertedStatement: { number: 5, statement: said('filled') } })).toBeNull();
  });

  it('puts a maintainer before everything', () => {
    const override = { by: 'eve', reason: 'the site is down' };
    expect(find(bot, code, { override })).toEqual({ code: 'overridden', by: 'eve', reason: 'the site is down' });
  });
});

describe('inheritStatement', () => {
  const original = { number: 12, statement: said('filled') };
  it.each([
    ['missing', original, 12],
    ['placeholder', original, 12],
    ['filled', original, null],
    ['none', original, null],
    ['missing', { number: 12, statement: said('none') }, 12],
    ['missing', { number: 12, statement: said('placeholder') }, null],
    ['missing', { number: 12, statement: said('missing') }, null],
    ['missing', null, null],
  ] as const)('own %s', (own, from, inherited) => {
    const result = inheritStatement(said(own), from);
    expect(result?.inherited ?? null).toBe(inherited);
    if (result) expect(result.statement).toBe(from?.statement);
  });
});
