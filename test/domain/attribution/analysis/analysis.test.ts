import { describe, expect, it } from 'vitest';
import type { AnalyzedUnit } from '../../../../src/domain/attribution/analysis/analyzed-unit.ts';
import { assignUnits } from '../../../../src/domain/attribution/analysis/assign-units.ts';
import { codeFiles } from '../../../../src/domain/attribution/analysis/code-files.ts';
import { findHotPlaces } from '../../../../src/domain/attribution/analysis/find-hot-places.ts';
import { looksLikeFix } from '../../../../src/domain/attribution/analysis/looks-like-fix.ts';
import { createReferenceResolver } from '../../../../src/domain/attribution/analysis/resolve-references.ts';
import { spreadOf } from '../../../../src/domain/attribution/analysis/spread-of.ts';
import { suggestRules } from '../../../../src/domain/attribution/analysis/suggest-rules.ts';
import { undoes } from '../../../../src/domain/attribution/analysis/verify-revert.ts';
import { parseUnitTitle } from '../../../../src/domain/attribution/unit-title.ts';

function unit(id: string, at: number, lines: Readonly<Record<string, readonly [number, number] | null>>): AnalyzedUnit {
  const counted = Object.entries(lines).flatMap(([file, change]) =>
    change === null ? [] : [[file, { additions: change[0], deletions: change[1] }] as const],
  );
  return {
    id,
    at,
    kind: 'squash',
    title: id,
    files: Object.keys(lines),
    changed: new Map(counted),
    lines: 0,
    leadSeconds: null,
  };
}

describe('parseUnitTitle', () => {
  it.each([
    [
      'Merge pull request #7 from acme/topic\n\nFaster cache',
      true,
      { kind: 'merge', title: 'Faster cache', pullRequest: 7 },
    ],
    [
      'Merge pull request #7 from acme/topic',
      true,
      { kind: 'merge', title: 'Merge pull request #7 from acme/topic', pullRequest: 7 },
    ],
    [
      "Merge branch 'x' into 'main'\n\nFaster cache\n\nSee merge request acme/web!12",
      true,
      { kind: 'merge', title: 'Faster cache', pullRequest: 12 },
    ],
    ['Merged in topic (pull request #3)\n\nFaster', true, { kind: 'merge', title: 'Faster', pullRequest: 3 }],
    ['Faster cache (#7)', false, { kind: 'squash', title: 'Faster cache', pullRequest: 7 }],
    ['Faster cache, see #7', false, { kind: 'plain', title: 'Faster cache, see #7' }],
    ["Merge branch 'main' into topic", true, { kind: 'merge', title: "Merge branch 'main' into topic" }],
    ['', false, { kind: 'plain', title: '' }],
  ])('%j', (message, isMerge, expected) => {
    expect(parseUnitTitle(message, isMerge)).toEqual(expected);
  });
});

describe('assignUnits', () => {
  it('gives every commit to the change that brought it', () => {
    const commits = Object.entries({ m2: ['m1', 's2'], m1: ['root', 's1'], s2: ['s1'], s1: ['root'], root: [] }).map(
      ([id, parents]) => [id, { id, parents }] as const,
    );
    expect(Object.fromEntries(assignUnits(new Map(commits), 'm2'))).toEqual({
      root: 'root',
      s1: 'm1',
      m1: 'm1',
      s2: 'm2',
      m2: 'm2',
    });
  });

  it('does not follow a ring, nor a parent that is not here', () => {
    const commits = new Map([
      ['a', { id: 'a', parents: ['b'] }],
      ['b', { id: 'b', parents: ['a', 'gone'] }],
    ]);
    expect([...assignUnits(commits, 'a').keys()].sort()).toEqual(['a', 'b']);
    expect(assignUnits(new Map(), 'a').size).toBe(0);
  });
});

describe('createReferenceResolver', () => {
  const one = `abc1234${'0'.repeat(33)}`;
  const twins = [`def5678${'0'.repeat(33)}`, `def5678${'1'.repeat(33)}`];
  const unitOf = new Map([one, ...twins].map((id) => [id, `unit of ${id.slice(0, 8)}`]));
  const resolver = createReferenceResolver(unitOf, new Map([[7, 'seven']]), 'acme/web');

  it.each([
    [{ kind: 'commit', sha: 'abc1234' }, 'unit of abc12340'],
    [{ kind: 'commit', sha: 'def5678' }, undefined],
    [{ kind: 'commit', sha: 'def56781' }, 'unit of def56781'],
    [{ kind: 'commit', sha: 'fff0000' }, undefined],
    [{ kind: 'number', number: 7 }, 'seven'],
    [{ kind: 'number', number: 8 }, undefined],
    [{ kind: 'issue', number: 7 }, undefined],
    [{ kind: 'pull-request', number: 7, repository: 'ACME/web' }, 'seven'],
    [{ kind: 'pull-request', number: 7, repository: 'other/web' }, undefined],
  ] as const)('%j', (reference, expected) => {
    expect(resolver.resolve(reference)).toBe(expected);
  });
});

describe('undoes', () => {
  const original = unit('original', 1, { 'a.rb': [10, 2], 'b.rb': [5, 0] });
  it.each([
    ['everything', unit('r', 2, { 'a.rb': [2, 10], 'b.rb': [0, 5] }), true],
    ['most of it, with a changelog', unit('r', 2, { 'a.rb': [2, 9], CHANGELOG: [3, 0] }), true],
    ['a little', unit('r', 2, { 'a.rb': [0, 2] }), false],
    ['other files', unit('r', 2, { 'c.rb': [2, 10] }), false],
    ['the future', unit('r', 0, { 'a.rb': [2, 10], 'b.rb': [0, 5] }), false],
    ['the same files, lines unknown', unit('r', 2, { 'a.rb': null, 'b.rb': null }), true],
  ])('%s', (_, revert, expected) => {
    expect(undoes(revert, original)).toBe(expected);
  });
});

describe('looksLikeFix', () => {
  it.each([
    'Fix the cart total',
    'fix(cart): round',
    'Bugfix: empty cart',
    '[cart] Fixed nil',
    'カートの不具合を修正',
    '修正: 合計の誤り',
  ])('yes: %s', (title) => {
    expect(looksLikeFix(title)).toBe(true);
  });
  it.each([
    'Fix typo',
    'Fix flaky test',
    'Fix CI',
    'Add a fixture',
    'Fix docs of cart',
    'テストを修正',
    'Prefix the keys',
    '',
  ])('no: %s', (title) => {
    expect(looksLikeFix(title)).toBe(false);
  });
});

describe('codeFiles', () => {
  it('prefers the product to its tests and leaves documents out', () => {
    expect(codeFiles(['app/a.rb', 'test/a_test.rb', 'README.md'])).toEqual(['app/a.rb']);
    expect(codeFiles(['test/a_test.rb', 'README.md'])).toEqual(['test/a_test.rb']);
  });
});

describe('findHotPlaces and suggestRules', () => {
  const units = Array.from({ length: 400 }, (_, i) =>
    unit(`u${i}`, i, { [i % 4 === 0 ? `app/billing/f${i}.rb` : `app/shop/g${i}.rb`]: [1, 0] }),
  );
  /** 20 of 100 changes in billing cause faults, 6 of 300 elsewhere. */
  const causing = new Set(
    [...units.filter((_, i) => i % 20 === 0), ...units.filter((_, i) => i % 50 === 1).slice(0, 6)].map((one) => one.id),
  );

  it('compares each place with the rest', () => {
    const billing = findHotPlaces(units, causing).find((place) => place.path === 'app/billing');
    expect(billing).toMatchObject({ changes: 100, faults: 20 });
    expect(billing?.ratio).toBeCloseTo(20 / 100 / (6 / 300));
    // Shrunk to the repository's 26 of 400.
    expect(billing?.rate).toBeCloseTo(21 / (100 + 400 / 26));
    expect(billing?.interval[0]).toBeGreaterThan(1);
  });

  it('suggests a rule where the rate is above the rest beyond chance, and none for a folder of everything', () => {
    const rules = suggestRules(findHotPlaces(units, causing), units.length);
    expect(rules).toMatchObject([
      { id: 'hot-app-billing', level: 'high', paths: ['app/billing/**'], changes: 100, faults: 20 },
    ]);
    expect(suggestRules(findHotPlaces(units, new Set()), units.length)).toEqual([]);
  });

  it('leaves paths that a glob would read, and tests, to a person', () => {
    const place = { changes: 50, faults: 20, rate: 0.4, ratio: 5, interval: [2, 9] as const };
    expect(
      suggestRules(
        [
          { ...place, path: 'app/[id]' },
          { ...place, path: 'test/unit' },
        ],
        1_000,
      ),
    ).toEqual([]);
  });
});

describe('spreadOf', () => {
  it('takes values that were seen', () => {
    expect(spreadOf([5, 1, 3, 2, 4])).toEqual({ n: 5, p50: 3, p90: 5 });
    expect(spreadOf([])).toEqual({ n: 0, p50: null, p90: null });
  });
});
