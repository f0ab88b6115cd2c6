import type { RiskLevel } from '../src/domain/risk/risk-level.ts';
import type { Conclusion } from '../src/domain/statement/decision.ts';
import type { StatementVerdict } from '../src/domain/statement/impact-statement.ts';
import type { PullRequestSpec } from '../test/support/fake-github/scene/scene-repository.ts';
import { MISE, SHOP, TEMPLATE } from './repositories.ts';

/** One pull request of the day, and how it has to come out. */
export interface Scene {
  readonly title: string;
  readonly repository: string;
  readonly pullRequest: PullRequestSpec;
  readonly expected: {
    readonly verdict: StatementVerdict;
    readonly level: RiskLevel;
    readonly conclusion: Conclusion;
    readonly labels: readonly string[];
  };
}

const CAREFUL = `Adds an index on \`orders.created_at\`.

## Technical impact

The index is built concurrently; writes to \`orders\` slow down for some minutes.

### Blast radius
Checkout writes to this table. Reads are not touched.

### Rollback
\`DROP INDEX CONCURRENTLY\`, seconds; no data changes.

### Monitoring
p95 of POST /orders and the lock wait graph until the build is done.
`;

const BRIEF = '## Technical impact\n\nThe search page caches results for a minute, so new items show up later.\n';

export const SCENES: readonly Scene[] = [
  {
    title: 'says nothing',
    repository: SHOP,
    pullRequest: { title: 'Faster search', body: 'Makes the search faster.', files: ['app/search/query.ts'] },
    expected: { verdict: 'missing', level: 'low', conclusion: 'failure', labels: ['impact: missing', 'risk: low'] },
  },
  {
    title: 'leaves the template as it is',
    repository: SHOP,
    pullRequest: { title: 'Round prices', body: TEMPLATE, files: ['app/billing/price.ts'] },
    expected: {
      verdict: 'placeholder',
      level: 'medium',
      conclusion: 'failure',
      labels: ['impact: missing', 'risk: medium'],
    },
  },
  {
    title: 'states its impact',
    repository: SHOP,
    pullRequest: { title: 'Index orders by date', body: CAREFUL, files: ['db/migrate/20260901_index.sql'] },
    expected: {
      verdict: 'filled',
      level: 'high',
      conclusion: 'success',
      labels: ['area: database', 'impact: stated', 'risk: high'],
    },
  },
  {
    title: 'states too little for its risk',
    repository: SHOP,
    pullRequest: { title: 'Drop the old column', body: BRIEF, files: ['db/migrate/20260902_drop.sql'] },
    expected: {
      verdict: 'filled',
      level: 'high',
      conclusion: 'failure',
      labels: ['area: database', 'impact: stated', 'risk: high'],
    },
  },
  {
    title: '該当なし, no reason, low risk',
    repository: MISE,
    pullRequest: { title: 'コメントを直す', body: '## 技術的な影響\n\n該当なし\n', files: ['app/search/query.ts'] },
    expected: { verdict: 'none', level: 'low', conclusion: 'failure', labels: ['impact: none', 'risk: low'] },
  },
  {
    title: '該当なし, a reason, low risk',
    repository: MISE,
    pullRequest: {
      title: 'コメントの誤字を直す',
      body: '## 技術的な影響\n\n該当なし（コメントだけの変更で、動作は変わらないため）\n',
      files: ['app/search/query.ts'],
    },
    expected: { verdict: 'none', level: 'low', conclusion: 'success', labels: ['impact: none', 'risk: low'] },
  },
  {
    title: '該当なし, a reason, high risk',
    repository: MISE,
    pullRequest: {
      title: '列を追加する',
      body: '## 技術的な影響\n\n該当なし（列を足すだけのため）\n',
      files: ['db/migrate/20260903_add.sql'],
    },
    expected: {
      verdict: 'none',
      level: 'high',
      conclusion: 'failure',
      labels: ['area: database', 'impact: none', 'risk: high'],
    },
  },
  {
    title: '特になし, no reason, high risk',
    repository: MISE,
    pullRequest: { title: '列を消す', body: '## 技術的な影響\n\n特になし\n', files: ['db/migrate/20260904_drop.sql'] },
    expected: {
      verdict: 'none',
      level: 'high',
      conclusion: 'failure',
      labels: ['area: database', 'impact: none', 'risk: high'],
    },
  },
  {
    title: 'a bot',
    repository: SHOP,
    pullRequest: {
      title: 'Bump left-pad',
      body: 'Bumps left-pad from 1.2 to 1.3.',
      files: ['package.json'],
      author: { login: 'dependabot[bot]', type: 'Bot' },
    },
    expected: { verdict: 'missing', level: 'low', conclusion: 'success', labels: ['impact: exempt', 'risk: low'] },
  },
  {
    title: 'from a fork that is gone',
    repository: SHOP,
    pullRequest: { title: 'Cache the search', body: BRIEF, files: ['app/search/cache.ts'], head: { fork: 'deleted' } },
    expected: { verdict: 'filled', level: 'low', conclusion: 'success', labels: ['impact: stated', 'risk: low'] },
  },
  {
    title: 'edits the configuration',
    repository: SHOP,
    pullRequest: {
      title: 'Switch the check off',
      body: BRIEF,
      files: [
        {
          path: '.github/impact.yml',
          text: 'mode: off\nrisk:\n  rules:\n    - { id: all, level: hihg, paths: ["**"] }\n',
        },
      ],
    },
    expected: { verdict: 'filled', level: 'low', conclusion: 'success', labels: ['impact: stated', 'risk: low'] },
  },
];
