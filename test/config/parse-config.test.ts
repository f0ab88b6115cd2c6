import { describe, expect, it } from 'vitest';
import type { ConfigProblem } from '../../src/config/config-problem.ts';
import { DEFAULT_CONFIG, parseConfig } from '../../src/config/parse-config.ts';
import { WHOLE_CONFIG } from './whole-config.ts';

const AT = { path: '.github/impact.yml' };

function problemsOf(text: string): readonly ConfigProblem[] {
  const result = parseConfig(text, AT);
  return 'problems' in result ? result.problems : [];
}

function configOf(text: string) {
  const result = parseConfig(text, AT);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}

describe('a file with every key', () => {
  it('becomes the domain', () => {
    expect(configOf(WHOLE_CONFIG).config).toEqual({
      locale: 'ja',
      mode: 'enforce',
      statement: {
        headings: ['Technical impact', '技術的な影響'],
        fields: [
          DEFAULT_CONFIG.statement.fields[0],
          { id: 'rollback', headings: ['Way back'] },
          DEFAULT_CONFIG.statement.fields[2],
          { id: 'data-safety', headings: ['Data safety', 'データの安全性'] },
        ],
        require: { low: ['rollback'], medium: ['data-safety'], high: ['data-safety', 'blast-radius'] },
        none: { allowedUpTo: 'low', reason: 'optional' },
      },
      rules: [
        {
          id: 'schema',
          level: 'high',
          paths: ['db/migrate/**', '!**/*_test.rb'],
          labels: ['area: database'],
          why: 'Schema changes lock tables.',
        },
        {
          id: 'large',
          level: 'medium',
          when: {
            changedLines: { comparison: '>=', value: 800 },
            changedFiles: { comparison: '<', value: 100 },
          },
        },
        { id: 'gone', level: 'medium', paths: ['app/**'], when: { status: ['removed', 'renamed'] } },
        {
          id: 'hot',
          level: 'high',
          fromHistory: { windowDays: 182, incidents: { comparison: '>', value: 2 } },
        },
      ],
      exempt: { authors: ['release-bot[bot]'], onlyPaths: ['docs/**', '**/*.md'], reverts: false },
      projects: [
        {
          id: 'refactor',
          title: 'Large refactor',
          match: {
            labels: ['project: refactor'],
            branches: ['refactor/**'],
            paths: ['core/'],
            milestones: ['Q3'],
            titlePrefixes: ['refactor:'],
            authors: ['ada'],
            teams: ['acme/core'],
          },
          expectations: [
            { measure: 'incidents-per-100-prs', target: 1.5 },
            { measure: 'incidents-per-28d', target: 3 },
            { measure: 'regressions-per-28d', target: 2 },
            { measure: 'near-misses-per-28d', target: 5 },
            { measure: 'change-fail-rate', target: 0.05 },
            { measure: 'monitored', target: 0.995 },
            { measure: 'lead-time-p50', target: 172_800 },
            { measure: 'lead-time-p90', target: 604_800 },
            { measure: 'merged-prs-per-week', target: 10 },
            { measure: 'review-rounds-p50', target: 2 },
          ],
          agreedBy: ['ada', 'acme/leads'],
          stopTheLine: 'enforce',
        },
        {
          id: 'small',
          title: 'small',
          match: {
            labels: ['small'],
            branches: [],
            paths: [],
            milestones: [],
            titlePrefixes: [],
            authors: [],
            teams: [],
          },
          expectations: [],
          agreedBy: [],
          stopTheLine: 'off',
        },
      ],
      incidents: {
        issues: { repositories: ['acme/incidents', '.'], labels: ['incident'] },
        files: ['docs/postmortems/*.md'],
        services: [
          { id: 'billing', paths: ['app/billing/'] },
          { id: 'search', paths: ['app/search/**', 'lib/index/**'] },
        ],
        causes: ['feature-toggle'],
      },
      monitoring: {
        environments: ['production', 'eu-production'],
        windowSeconds: { low: 1_800, medium: null, high: 259_200 },
        remindSeconds: [43_200, 3_600],
        blockAfter: 3,
      },
      actions: [
        {
          id: 'statements',
          title: 'State the technical impact',
          started: '2026-08-01',
          targets: ['incident', 'near-miss'],
          coverage: 'announcement',
          owner: 'ada',
          scope: { paths: [], projects: ['refactor'], services: [] },
          control: { paths: ['legacy/**'], projects: [], services: ['search'] },
        },
        {
          id: 'other',
          title: 'Another',
          started: '2024-02-29',
          targets: ['regression', 'incident'],
          coverage: 'announcement',
        },
      ],
      report: { every: 'month', to: 'issue' },
    });
  });
});

describe('what a file leaves open', () => {
  it.each(['', '# only a comment\n', '---\n', '{}', '\uFEFF', '\n\n'])('%j is all defaults', (text) => {
    expect(configOf(text)).toEqual({ config: DEFAULT_CONFIG });
  });

  it('has these defaults', () => {
    const { rules, statement, ...rest } = DEFAULT_CONFIG;
    expect(rules.length).toBeGreaterThan(5);
    expect(statement.require).toEqual({
      low: [],
      medium: ['blast-radius'],
      high: ['blast-radius', 'rollback', 'monitoring'],
    });
    expect(statement.none).toEqual({ allowedUpTo: 'medium', reason: 'required' });
    expect(rest).toEqual({
      locale: 'en',
      mode: 'advise',
      exempt: { authors: ['dependabot[bot]', 'renovate[bot]'], onlyPaths: [], reverts: true },
      projects: [],
      incidents: { issues: { repositories: ['.'], labels: ['incident'] }, files: [], services: [], causes: [] },
      monitoring: {
        environments: ['production'],
        windowSeconds: { low: null, medium: 86_400, high: 259_200 },
        remindSeconds: [43_200],
        blockAfter: null,
      },
      actions: [],
    });
  });

  it('keeps the defaults of sibling keys', () => {
    const { statement } = configOf('statement: { require: { low: [rollback] }, none: { reason: optional } }').config;
    expect(statement).toEqual({
      ...DEFAULT_CONFIG.statement,
      require: { ...DEFAULT_CONFIG.statement.require, low: ['rollback'] },
      none: { allowedUpTo: 'medium', reason: 'optional' },
    });
  });

  it('replaces the default rules as soon as there are own ones, none included', () => {
    expect(configOf('risk: { rules: [] }').config.rules).toEqual([]);
    expect(configOf('risk: {}').config.rules).toEqual(DEFAULT_CONFIG.rules);
  });

  it('gives the default rules their reasons in the language of the app', () => {
    const why = configOf('locale: ja').config.rules.map((rule) => rule.why);
    expect(why.every((text) => text?.endsWith('。'))).toBe(true);
  });
});

describe('a word that was nearly right', () => {
  it.each([
    ['mode: enfoce', 'enforce'],
    ['mode: ENFORCE', 'enforce'],
    ['stament: {}', 'statement'],
    ['locale: jp', 'ja'],
    ['risk: { rules: [{ id: a, level: hihg, paths: [a] }] }', 'high'],
    ['risk: { rules: [{ id: a, level: high, path: [a] }] }', 'paths'],
    ['statement: { require: { high: [rolback] } }', 'rollback'],
  ])('%s: did you mean %s?', (text, word) => {
    expect(problemsOf(text)).toMatchObject([{ didYouMean: word }]);
  });

  it.each(['mode: quite-another', 'zzz: 1', `mode: ${'e'.repeat(100)}`])('nothing is guessed for %s', (text) => {
    expect(problemsOf(text)[0]).not.toHaveProperty('didYouMean');
  });
});

describe('many problems', () => {
  it('are all reported, in the order of the file', () => {
    const text = 'mode: x\nlocale: y\nrisk:\n  rules:\n    - id: a\n    - { id: b, level: z }\n';
    expect(problemsOf(text).map(({ code, line, column }) => [code, line, column])).toEqual([
      ['not-allowed', 1, 7],
      ['not-allowed', 2, 9],
      ['missing-key', 5, 7],
      ['not-allowed', 6, 23],
    ]);
  });

  it('are cut at a hundred', () => {
    const rules = Array.from({ length: 150 }, () => '    - { id: "!", level: high, paths: [a] }');
    expect(problemsOf(`risk:\n  rules:\n${rules.join('\n')}\n`)).toHaveLength(100);
  });
});
