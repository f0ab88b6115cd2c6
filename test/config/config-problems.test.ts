import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';

const RULE = '- { id: a, level: high, paths: [a] }';

/** Text, where its only problem is, and the problem. */
const CASES: readonly (readonly [string, string, number, number, object])[] = [
  // Keys.
  ['mode: off\nmode: off\n', 'mode', 2, 1, { code: 'duplicate-key', key: 'mode', firstLine: 1 }],
  ['risk: { rules: [], rules: [] }', 'risk.rules', 1, 20, { code: 'duplicate-key', key: 'rules', firstLine: 1 }],
  [
    'risk:\n  rulez: []\n',
    'risk.rulez',
    2,
    3,
    { code: 'unknown-key', key: 'rulez', allowed: ['rules'], didYouMean: 'rules' },
  ],
  ['report: { every: month }', 'report', 1, 9, { code: 'missing-key', key: 'to' }],
  ['actions:\n  - { id: a, title: b }\n', 'actions[0]', 2, 5, { code: 'missing-key', key: 'started' }],
  ['? [a]\n: b\n', '', 1, 3, { code: 'yaml-syntax', yamlCode: 'NON_STRING_KEY' }],
  ['__proto__: 1', '__proto__', 1, 1, { code: 'bad-format', format: 'id', got: '__proto__' }],
  // Types.
  ['- mode', '', 1, 1, { code: 'wrong-type', expected: 'mapping', got: 'list' }],
  ['mode', '', 1, 1, { code: 'wrong-type', expected: 'mapping', got: 'text' }],
  ['mode: 1', 'mode', 1, 7, { code: 'wrong-type', expected: 'text', got: 'number' }],
  ['mode: true', 'mode', 1, 7, { code: 'wrong-type', expected: 'text', got: 'boolean' }],
  ['mode:\nlocale: en\n', 'mode', 1, 6, { code: 'wrong-type', expected: 'text', got: 'nothing' }],
  ['risk: { rules: {} }', 'risk.rules', 1, 16, { code: 'wrong-type', expected: 'list', got: 'mapping' }],
  ['projects: []', 'projects', 1, 11, { code: 'wrong-type', expected: 'mapping', got: 'list' }],
  ['exempt: { reverts: "yes" }', 'exempt.reverts', 1, 20, { code: 'wrong-type', expected: 'boolean', got: 'text' }],
  ['exempt: { authors: [1] }', 'exempt.authors[0]', 1, 21, { code: 'wrong-type', expected: 'text', got: 'number' }],
  [
    'projects: { p: { match: { labels: [a] }, expect: { incidents-per-28d: few } } }',
    'projects.p.expect.incidents-per-28d',
    1,
    71,
    { code: 'wrong-type', expected: 'number', got: 'text' },
  ],
  // Formats.
  ['monitoring: { remind: 12 }', 'monitoring.remind', 1, 23, { code: 'bad-format', format: 'duration', got: '12' }],
  [
    'monitoring: { remind: [1h, 1y] }',
    'monitoring.remind[1]',
    1,
    28,
    { code: 'bad-format', format: 'duration', got: '1y' },
  ],
  [
    'monitoring: { window: { high: soon } }',
    'monitoring.window.high',
    1,
    31,
    { code: 'bad-format', format: 'duration', got: 'soon' },
  ],
  [
    'monitoring: { block-after: 1.5 }',
    'monitoring.block-after',
    1,
    28,
    { code: 'bad-format', format: 'whole-number', got: '1.5' },
  ],
  [
    'monitoring: { block-after: 101 }',
    'monitoring.block-after',
    1,
    28,
    { code: 'out-of-range', min: 1, max: 100, got: 101 },
  ],
  [
    'projects: { p: { match: { labels: [a] }, expect: { review-rounds-p50: -1 } } }',
    'projects.p.expect.review-rounds-p50',
    1,
    71,
    { code: 'out-of-range', min: 0, max: 100_000, got: -1 },
  ],
  [
    'projects: { p: { match: { labels: [a] }, expect: { monitored: 0.9 } } }',
    'projects.p.expect.monitored',
    1,
    63,
    { code: 'bad-format', format: 'percentage', got: '0.9' },
  ],
  [
    'projects: { p: { match: { teams: [core] } } }',
    'projects.p.match.teams[0]',
    1,
    35,
    { code: 'bad-format', format: 'team', got: 'core' },
  ],
  [
    'projects: { p: { match: { labels: ["a,b"] } } }',
    'projects.p.match.labels[0]',
    1,
    36,
    { code: 'bad-format', format: 'label', got: 'a,b' },
  ],
  [
    'projects: { p: { match: { labels: [".."] } } }',
    'projects.p.match.labels[0]',
    1,
    36,
    { code: 'bad-format', format: 'label', got: '..' },
  ],
  [
    'risk: { rules: [{ id: a, level: low, when: { changed-lines: { more: 1 } } }] }',
    'risk.rules[0].when.changed-lines',
    1,
    61,
    { code: 'bad-format', format: 'threshold', got: '{"more":1}' },
  ],
  [
    'risk: { rules: [{ id: a, level: low, from-history: { window: 24h, incidents: "> 1" } }] }',
    'risk.rules[0].from-history.window',
    1,
    62,
    { code: 'bad-format', format: 'days', got: '24h' },
  ],
  [
    'risk: { rules: [{ id: a, level: low, when: { status: gone } }] }',
    'risk.rules[0].when.status',
    1,
    54,
    {
      code: 'not-allowed',
      got: 'gone',
      allowed: ['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged'],
    },
  ],
  [
    'actions: [{ id: a, title: b, started: 2025-02-29 }]',
    'actions[0].started',
    1,
    39,
    { code: 'bad-format', format: 'date', got: '2025-02-29' },
  ],
  [
    'incidents: { from: { issues: { repositories: [acme] } } }',
    'incidents.from.issues.repositories[0]',
    1,
    47,
    { code: 'bad-format', format: 'repository', got: 'acme' },
  ],
  [
    'incidents: { services: { "a b": [x] } }',
    'incidents.services.a b',
    1,
    26,
    { code: 'bad-format', format: 'id', got: 'a b' },
  ],
  ['extends: a/b/c', 'extends', 1, 10, { code: 'bad-format', format: 'extends', got: 'a/b/c' }],
  // Sizes.
  ['exempt: { authors: [" "] }', 'exempt.authors[0]', 1, 21, { code: 'empty' }],
  ['statement: { headings: [] }', 'statement.headings', 1, 24, { code: 'empty' }],
  ['statement: { fields: { x: { headings: [] } } }', 'statement.fields.x.headings', 1, 39, { code: 'empty' }],
  [`exempt: { authors: [${'a'.repeat(101)}] }`, 'exempt.authors[0]', 1, 21, { code: 'too-long', limit: 100, got: 101 }],
  [
    `statement: { headings: [${'a, '.repeat(31)}] }`,
    'statement.headings',
    1,
    24,
    { code: 'too-many', limit: 30, got: 31 },
  ],
  // Globs.
  [
    "exempt: { only-paths: ['a//b'] }",
    'exempt.only-paths[0]',
    1,
    24,
    { code: 'bad-glob', got: 'a//b', problem: { code: 'empty-segment', at: 2 } },
  ],
  ["exempt: { only-paths: ['!a', '!b'] }", 'exempt.only-paths', 1, 23, { code: 'only-negations' }],
  ['exempt:\n  only-paths:\n    - *.md\n', 'exempt.only-paths[0]', 3, 7, { code: 'yaml-alias', got: '*.md' }],
  ['exempt:\n  only-paths:\n    - !docs/**\n', 'exempt.only-paths[0]', 3, 15, { code: 'yaml-tag', got: '!docs/**' }],
  // Rules, projects and actions.
  ['risk: { rules: [{ id: a, level: low }] }', 'risk.rules[0]', 1, 17, { code: 'rule-without-condition', got: 'a' }],
  ['risk: { rules: [{ id: a, level: low, when: {} }] }', 'risk.rules[0].when', 1, 44, { code: 'empty' }],
  ['risk: { rules: [{ id: a, level: low, paths: [] }] }', 'risk.rules[0].paths', 1, 45, { code: 'empty' }],
  [
    `risk:\n  rules:\n    ${RULE}\n    ${RULE}\n`,
    'risk.rules[1].id',
    4,
    13,
    { code: 'duplicate-id', got: 'a', firstLine: 3 },
  ],
  [
    'risk: { rules: [{ id: a, level: low, paths: [a], labels: [x, "Risk: high"] }] }',
    'risk.rules[0].labels[1]',
    1,
    62,
    { code: 'reserved-label', got: 'Risk: high' },
  ],
  [
    'projects:\n  p:\n    match: { labels: [a] }\n    expect: { lead-time-p90: 1d, lead-time-p50: 2d }\n',
    'projects.p.expect.lead-time-p50',
    4,
    49,
    { code: 'contradicting-targets', key: 'lead-time-p50', limit: 'lead-time-p90' },
  ],
  [
    'projects: { p: { match: { labels: [a] }, expect: { regressions-per-28d: 3, incidents-per-28d: 2.5 } } }',
    'projects.p.expect.regressions-per-28d',
    1,
    73,
    { code: 'contradicting-targets', key: 'regressions-per-28d', limit: 'incidents-per-28d' },
  ],
  [
    'projects: { p: { match: { labels: [a] }, agreed-by: [ada, a/b/c] } }',
    'projects.p.agreed-by[1]',
    1,
    59,
    { code: 'bad-format', format: 'person', got: 'a/b/c' },
  ],
  [
    'projects: { p: { match: { labels: [] } } }',
    'projects.p.match',
    1,
    18,
    { code: 'project-without-match', got: 'p' },
  ],
  [
    'actions:\n  - { id: a, title: b, started: 2026-01-01 }\n  - { id: a, title: c, started: 2026-01-01 }\n',
    'actions[1].id',
    3,
    11,
    { code: 'duplicate-id', got: 'a', firstLine: 2 },
  ],
  // References.
  [
    'statement: { require: { high: [rollback, safety] } }',
    'statement.require.high[1]',
    1,
    42,
    { code: 'undefined-reference', to: 'field', got: 'safety', allowed: ['blast-radius', 'rollback', 'monitoring'] },
  ],
  [
    'actions: [{ id: a, title: b, started: 2026-01-01, control: { projects: [p] } }]',
    'actions[0].control.projects[0]',
    1,
    73,
    { code: 'undefined-reference', to: 'project', got: 'p', allowed: [] },
  ],
  [
    'actions: [{ id: a, title: b, started: 2026-01-01, scope: { services: [s] } }]',
    'actions[0].scope.services[0]',
    1,
    71,
    { code: 'undefined-reference', to: 'service', got: 's', allowed: [] },
  ],
];

describe('parseConfig reports', () => {
  it.each(CASES)('%j', (text, path, line, column, fault) => {
    expect(parseConfig(text, { path: 'f.yml' })).toEqual({
      problems: [{ file: 'f.yml', path, line, column, ...fault }],
    });
  });

  it('globs beyond the limit of all together', () => {
    const list = `[${'a, '.repeat(500)}]`;
    const rules = Array.from({ length: 5 }, (_, n) => `{ id: r${n}, level: low, paths: ${list} }`);
    expect(parseConfig(`risk: { rules: [${rules.join(', ')}] }`, { path: 'f.yml' })).toEqual({
      problems: [{ file: 'f.yml', path: '', line: 1, column: 1, code: 'too-many', limit: 2_000, got: 2_500 }],
    });
  });

  it('nothing about what is within the limits', () => {
    expect(parseConfig(`exempt: { authors: [${'a, '.repeat(100)}] }`, { path: 'f.yml' })).toHaveProperty('config');
    expect(parseConfig('monitoring: { block-after: 100 }', { path: 'f.yml' })).toHaveProperty('config');
  });
});
