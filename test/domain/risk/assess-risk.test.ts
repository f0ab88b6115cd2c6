import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangedFile, ChangedFiles } from '../../../src/domain/pull-request/changed-files.ts';
import { assessRisk, MAX_MATCH_PATHS, MAX_PATH_LENGTH_IN_ALL } from '../../../src/domain/risk/assess-risk.ts';
import { selectsPath, compileGlobs } from '../../../src/domain/risk/glob/compile-globs.ts';
import type { IncidentHistory } from '../../../src/domain/risk/incident-history.ts';
import { compareLevels } from '../../../src/domain/risk/risk-level.ts';
import type { RiskRule } from '../../../src/domain/risk/risk-rule.ts';
import { compileRiskRules } from '../../../src/domain/risk/risk-rule-set.ts';

function file(path: string, more: Partial<ChangedFile> = {}): ChangedFile {
  return { path, status: 'modified', additions: 1, deletions: 0, ...more };
}

function whole(...files: ChangedFile[]): ChangedFiles {
  return { files, expected: files.length };
}

const SCHEMA: RiskRule = {
  id: 'schema',
  level: 'high',
  paths: ['db/migrate/**', '!**/*_test.rb'],
  labels: ['area: database'],
  why: 'Schema changes lock tables.',
};
const LARGE: RiskRule = { id: 'large', level: 'medium', when: { changedLines: { comparison: '>=', value: 800 } } };
const DELETES: RiskRule = { id: 'deletes', level: 'medium', paths: ['app/**'], when: { status: ['removed'] } };
const HOT: RiskRule = {
  id: 'hot',
  level: 'high',
  fromHistory: { windowDays: 180, incidents: { comparison: '>=', value: 3 } },
};

describe('the level', () => {
  it('is low when no rule matches, with no reason to give', () => {
    expect(assessRisk([SCHEMA, LARGE], whole(file('README.md')))).toStrictEqual({ level: 'low', matches: [] });
  });

  it('is that of the highest rule, and the matches say why, highest first', () => {
    const files = whole(file('app/a.rb', { status: 'removed', deletions: 9 }), file('db/migrate/1.rb'));
    expect(assessRisk([DELETES, SCHEMA], files)).toStrictEqual({
      level: 'high',
      matches: [
        {
          ruleId: 'schema',
          level: 'high',
          paths: ['db/migrate/1.rb'],
          pathCount: 1,
          labels: ['area: database'],
          why: 'Schema changes lock tables.',
        },
        { ruleId: 'deletes', level: 'medium', paths: ['app/a.rb'], pathCount: 1, labels: [] },
      ],
    });
  });

  it('keeps the order of the rules among equals', () => {
    const rules = ['one', 'two', 'three'].map((id): RiskRule => ({ id, level: 'medium', paths: ['a'] }));
    expect(assessRisk(rules, whole(file('a'))).matches.map(({ ruleId }) => ruleId)).toEqual(['one', 'two', 'three']);
  });

  it('is unknown for a truncated list, and the matches found are kept', () => {
    const files: ChangedFiles = { files: [file('db/migrate/1.rb')], expected: 3_200, incomplete: 'truncated' };
    const { level, unknown, matches } = assessRisk([SCHEMA], files);
    expect({ level, unknown, rules: matches.map(({ ruleId }) => ruleId) }).toEqual({
      level: 'unknown',
      unknown: 'truncated',
      rules: ['schema'],
    });
  });

  it('is unknown when the files are gone', () => {
    expect(assessRisk([SCHEMA], { files: [], expected: 2, incomplete: 'not-found' })).toEqual({
      level: 'unknown',
      matches: [],
      unknown: 'not-found',
    });
  });

  it('is unknown when fewer files came than were announced, though nobody said so', () => {
    expect(assessRisk([], { files: [file('a')], expected: 2 })).toMatchObject({
      level: 'unknown',
      unknown: 'truncated',
    });
  });

  it('is unknown when the names are too long to be looked at, and what was seen still matches', () => {
    const long = file(`a/${'b'.repeat(MAX_PATH_LENGTH_IN_ALL - 2)}`);
    const beyond = file('c', { previousPath: 'db/migrate/1.rb' });
    const rules: RiskRule[] = [SCHEMA, { id: 'a', level: 'low', paths: ['a/'] }];
    expect(assessRisk(rules, whole(long)).level).toBe('low');
    expect(assessRisk(rules, { files: [long, beyond], expected: 1 }).level).toBe('unknown');
    const { level, unknown, matches } = assessRisk(rules, whole(long, beyond));
    expect({ level, unknown, rules: matches.map(({ ruleId }) => ruleId) }).toEqual({
      level: 'unknown',
      unknown: 'truncated',
      rules: ['a'],
    });
  });

  it('stays known when more files came than were announced', () => {
    expect(assessRisk([], { files: [file('a'), file('b')], expected: 1 }).level).toBe('low');
  });
});

describe('names', () => {
  const moved = file('lib/b.rb', { status: 'renamed', previousPath: 'db/migrate/1.rb' });

  it('count old as well as new', () => {
    expect(assessRisk([SCHEMA], whole(moved)).matches[0]?.paths).toEqual(['db/migrate/1.rb']);
  });

  it('are both given when both are selected, and the file counts once', () => {
    const rule: RiskRule = {
      id: 'all',
      level: 'low',
      paths: ['**'],
      when: { changedFiles: { comparison: '=', value: 1 } },
    };
    expect(assessRisk([rule], whole(moved)).matches[0]).toMatchObject({
      paths: ['lib/b.rb', 'db/migrate/1.rb'],
      pathCount: 2,
      measured: { changedFiles: 1 },
    });
  });

  it('that are the same are one', () => {
    const same = file('db/migrate/1.rb', { previousPath: 'db/migrate/1.rb' });
    expect(assessRisk([SCHEMA], whole(same)).matches[0]?.paths).toEqual(['db/migrate/1.rb']);
  });

  it('come in the order of the pull request, capped, with their number', () => {
    const files = Array.from({ length: MAX_MATCH_PATHS + 7 }, (_, n) => file(`db/migrate/${n}.rb`));
    const match = assessRisk([SCHEMA], whole(...files)).matches[0];
    expect(match?.paths).toEqual(files.slice(0, MAX_MATCH_PATHS).map(({ path }) => path));
    expect(match?.pathCount).toBe(MAX_MATCH_PATHS + 7);
  });
});

describe('conditions', () => {
  const lines = (comparison: '>=' | '>' | '<=' | '<' | '=', value: number): RiskRule => ({
    id: 'lines',
    level: 'medium',
    when: { changedLines: { comparison, value } },
  });

  it.each([
    ['>=', 10, true],
    ['>=', 11, false],
    ['>', 9, true],
    ['>', 10, false],
    ['<=', 10, true],
    ['<=', 9, false],
    ['<', 11, true],
    ['<', 10, false],
    ['=', 10, true],
    ['=', 9, false],
  ] as const)('ten changed lines against %s %d: %s', (comparison, value, matches) => {
    const files = whole(file('a', { additions: 3, deletions: 4 }), file('b', { additions: 3, deletions: 0 }));
    const found = assessRisk([lines(comparison, value)], files).matches;
    expect(found.map(({ measured }) => measured)).toEqual(matches ? [{ changedLines: 10 }] : []);
  });

  it('count only the files that the paths select', () => {
    const rule: RiskRule = { ...lines('=', 5), paths: ['app/**'] };
    const files = whole(file('app/a', { additions: 2, deletions: 3 }), file('lib/b', { additions: 100 }));
    expect(assessRisk([rule], files).matches[0]).toMatchObject({ paths: ['app/a'], measured: { changedLines: 5 } });
  });

  it('count only the files with the status', () => {
    const rule: RiskRule = {
      id: 'r',
      level: 'high',
      when: { status: ['removed', 'renamed'], changedFiles: { comparison: '>=', value: 2 } },
    };
    const files = whole(file('a', { status: 'removed' }), file('b'), file('c', { status: 'renamed' }));
    expect(assessRisk([rule], files).matches[0]).toMatchObject({ paths: ['a', 'c'], measured: { changedFiles: 2 } });
    expect(assessRisk([rule], whole(file('a', { status: 'removed' }), file('b'))).matches).toEqual([]);
  });

  it('must all hold', () => {
    const rule: RiskRule = {
      id: 'r',
      level: 'high',
      when: { changedLines: { comparison: '>', value: 5 }, changedFiles: { comparison: '<', value: 2 } },
    };
    expect(assessRisk([rule], whole(file('a', { additions: 9 }))).matches[0]?.measured).toEqual({
      changedLines: 9,
      changedFiles: 1,
    });
    expect(assessRisk([rule], whole(file('a', { additions: 5 }))).matches).toEqual([]);
    expect(assessRisk([rule], whole(file('a', { additions: 9 }), file('b'))).matches).toEqual([]);
  });

  it('of size alone are about no path in particular', () => {
    expect(assessRisk([LARGE], whole(file('a', { additions: 800 }))).matches[0]).toEqual({
      ruleId: 'large',
      level: 'medium',
      paths: [],
      pathCount: 0,
      labels: [],
      measured: { changedLines: 800 },
    });
  });

  it('never match a pull request that selects no file', () => {
    const small: RiskRule = { ...lines('<', 10), paths: ['app/**'] };
    expect(assessRisk([small, lines('<', 10)], whole()).matches).toEqual([]);
    expect(assessRisk([small], whole(file('lib/a'))).matches).toEqual([]);
  });

  it('with paths that are an empty list select nothing', () => {
    expect(assessRisk([{ id: 'r', level: 'high', paths: [] }], whole(file('a'))).matches).toEqual([]);
  });
});

describe('a rule from history', () => {
  const history: IncidentHistory = {
    windows: [
      {
        windowDays: 180,
        areas: [
          { path: 'app/billing', incidents: 4 },
          { path: 'app/billing/tax.rb', incidents: 6 },
          { path: 'app/search/', incidents: 2 },
        ],
      },
      { windowDays: 28, areas: [{ path: 'lib', incidents: 9 }] },
    ],
  };

  it('is silent without a history, or with one of another window', () => {
    const files = whole(file('app/billing/a.rb'));
    expect(assessRisk([HOT], files).matches).toEqual([]);
    expect(assessRisk([HOT], files, { windows: [] }).matches).toEqual([]);
    expect(assessRisk([HOT], whole(file('lib/a.rb')), history).matches).toEqual([]);
  });

  it('looks at the window that it names', () => {
    const month: RiskRule = { ...HOT, fromHistory: { windowDays: 28, incidents: { comparison: '>=', value: 9 } } };
    expect(assessRisk([month], whole(file('lib/a.rb')), history).matches[0]?.measured).toEqual({ incidents: 9 });
  });

  it('matches the files in areas with enough incidents and names the highest count', () => {
    const files = whole(
      file('app/billing/tax.rb'),
      file('app/billing/a.rb'),
      file('app/search/a.rb'),
      file('README.md'),
    );
    expect(assessRisk([HOT], files, history).matches[0]).toMatchObject({
      paths: ['app/billing/tax.rb', 'app/billing/a.rb'],
      pathCount: 2,
      measured: { incidents: 6 },
    });
  });

  it('knows areas by whole names', () => {
    expect(assessRisk([HOT], whole(file('app/billings/a.rb')), history).matches).toEqual([]);
  });

  it('gives only the name that is in the area', () => {
    const moved = file('lib/a.rb', { previousPath: 'app/billing/a.rb', status: 'renamed' });
    expect(assessRisk([HOT], whole(moved), history).matches[0]?.paths).toEqual(['app/billing/a.rb']);
  });

  it('reads a trailing slash as the directory, and an empty path as the whole repository', () => {
    const two: RiskRule = { ...HOT, fromHistory: { windowDays: 180, incidents: { comparison: '>=', value: 2 } } };
    expect(assessRisk([two], whole(file('app/search/a.rb')), history).matches).toHaveLength(1);
    const all: IncidentHistory = { windows: [{ windowDays: 180, areas: [{ path: '', incidents: 3 }] }] };
    expect(assessRisk([HOT], whole(file('any/where.rb')), all).matches[0]?.measured).toEqual({ incidents: 3 });
  });

  it('takes the highest of two counts for one area', () => {
    const areas = [
      { path: 'a', incidents: 5 },
      { path: 'a/', incidents: 1 },
    ];
    expect(
      assessRisk([HOT], whole(file('a/b')), { windows: [{ windowDays: 180, areas }] }).matches[0]?.measured,
    ).toEqual({ incidents: 5 });
  });

  it('narrows what paths and status have selected', () => {
    const rule: RiskRule = { ...HOT, paths: ['**/*.rb'], when: { status: ['removed'] } };
    const files = whole(file('app/billing/a.rb'), file('app/billing/b.rb', { status: 'removed' }));
    expect(assessRisk([rule], files, history).matches[0]?.paths).toEqual(['app/billing/b.rb']);
  });
});

describe('assessRisk', () => {
  it('answers the same for rules and for a compiled rule set', () => {
    const files = whole(file('db/migrate/1.rb', { additions: 900 }));
    const rules = [LARGE, SCHEMA];
    expect(assessRisk(compileRiskRules(rules), files)).toEqual(assessRisk(rules, files));
  });

  it('matches exactly the rules that select a path, and takes their highest level', () => {
    const glob = fc.constantFrom('a/**', '*.rb', '!b/**', 'b', '**/c/*', '!*.ts', '/x.ts');
    const rule = fc.record({
      level: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
      paths: fc.array(glob, { maxLength: 4 }),
    });
    const path = fc.constantFrom('a/x.rb', 'b/x.rb', 'b', 'a/c/y', 'x.ts', 'b/c/z.ts');
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 5 }), fc.uniqueArray(path), (drafts, paths) => {
        const rules = drafts.map((draft, at): RiskRule => ({ id: String(at), ...draft }));
        const { level, matches } = assessRisk(rules, whole(...paths.map((name) => file(name))));
        const expected = rules.filter((each) =>
          paths.some((name) => selectsPath(compileGlobs(each.paths ?? []), name)),
        );
        expect(new Set(matches.map(({ ruleId }) => ruleId))).toEqual(new Set(expected.map(({ id }) => id)));
        expect(level).toBe(
          expected
            .map((each) => each.level)
            .sort(compareLevels)
            .at(-1) ?? 'low',
        );
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
