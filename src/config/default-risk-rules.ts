import type { Locale } from '../domain/locale.ts';
import type { RiskRule } from '../domain/risk/risk-rule.ts';

type DefaultRule = Omit<RiskRule, 'why'> & { readonly why: Readonly<Record<Locale, string>> };

/**
 * What a repository without rules of its own is judged by: places where a small change can do large harm, told by names
 * that most ecosystems share. Tests are taken out: a broken test is seen before it ships.
 */
const DEFAULT_RULES: readonly DefaultRule[] = [
  {
    id: 'database-schema',
    level: 'high',
    paths: [
      'migrations/',
      'migrate/',
      '**/alembic/versions/**',
      'schema.rb',
      'structure.sql',
      'schema.prisma',
      'schema.sql',
      '!**/{test,tests,spec,__tests__,fixtures}/**',
    ],
    why: {
      en: 'Changes to the database schema can lock tables, and rolling the code back does not undo them.',
      ja: 'データベーススキーマの変更はテーブルをロックすることがあり、コードを切り戻しても元に戻りません。',
    },
  },
  {
    id: 'access-control',
    level: 'high',
    paths: [
      'auth/',
      'authentication/',
      'authorization/',
      'oauth/',
      'permissions/',
      'policies/',
      'security/',
      'crypto/',
      '!**/{test,tests,spec,__tests__,fixtures,docs}/**',
      '!**/*.md',
    ],
    why: {
      en: 'Mistakes in authentication or access control lock people out or let the wrong people in.',
      ja: '認証やアクセス制御の誤りは、利用者を締め出したり、権限のない人を通したりします。',
    },
  },
  {
    id: 'infrastructure',
    level: 'high',
    paths: [
      '*.tf',
      '*.tfvars',
      'terraform/',
      'kubernetes/',
      'k8s/',
      'helm/',
      'ansible/',
      '/infra/',
      '/infrastructure/',
      '/deploy/',
      '!**/*.md',
    ],
    why: {
      en: 'Infrastructure changes reach every service at once and are not covered by tests.',
      ja: 'インフラの変更は全サービスに一度に及び、テストでは確かめられません。',
    },
  },
  {
    id: 'delivery',
    level: 'medium',
    paths: [
      '.github/workflows/',
      '.github/actions/',
      '.circleci/',
      '.buildkite/',
      '.gitlab-ci.yml',
      'azure-pipelines.yml',
      'Jenkinsfile',
      'Dockerfile',
      'Dockerfile.*',
      '*.dockerfile',
      'docker-compose*.{yml,yaml}',
      'compose.{yml,yaml}',
      'Procfile',
    ],
    why: {
      en: 'Build and delivery run with secrets, and a mistake here is often seen only at release.',
      ja: 'ビルドとデリバリーは秘密情報を扱い、誤りはリリース時まで見つからないことがあります。',
    },
  },
  {
    id: 'runtime-configuration',
    level: 'medium',
    paths: [
      '/config/**',
      '.env*',
      '**/application*.{yml,yaml,properties}',
      '**/appsettings*.json',
      'nginx.conf',
      '!**/{test,tests,spec,__tests__,fixtures}/**',
      '!**/*.md',
    ],
    why: {
      en: 'Configuration differs between environments, so a change can fail in production alone.',
      ja: '設定は環境ごとに異なるため、本番だけで失敗することがあります。',
    },
  },
  {
    id: 'dependencies',
    level: 'medium',
    paths: [
      'package-lock.json',
      'npm-shrinkwrap.json',
      'yarn.lock',
      'pnpm-lock.yaml',
      'bun.lock',
      'Gemfile.lock',
      'poetry.lock',
      'uv.lock',
      'Pipfile.lock',
      'requirements*.txt',
      'composer.lock',
      'Cargo.lock',
      'go.sum',
      'gradle.lockfile',
      'packages.lock.json',
      'mix.lock',
      'Package.resolved',
    ],
    why: {
      en: 'New versions of dependencies bring changes that nobody here has reviewed.',
      ja: '依存ライブラリの新しい版には、ここで誰もレビューしていない変更が含まれます。',
    },
  },
  {
    id: 'large-change',
    level: 'medium',
    when: { changedLines: { comparison: '>=', value: 800 } },
    why: {
      en: 'Large changes are hard to review and hard to roll back in part.',
      ja: '大きな変更はレビューが難しく、一部だけ切り戻すことも困難です。',
    },
  },
  {
    id: 'many-files',
    level: 'medium',
    when: { changedFiles: { comparison: '>=', value: 50 } },
    why: {
      en: 'A change to many files touches more behaviour than one reviewer can hold in mind.',
      ja: '多くのファイルに及ぶ変更は、一人のレビュアーが把握できる範囲を超えます。',
    },
  },
  {
    id: 'deletions',
    level: 'medium',
    paths: ['**', '!**/{test,tests,spec,__tests__,fixtures,docs}/**', '!**/*{_test,_spec,.test,.spec}.*', '!**/*.md'],
    when: { status: ['removed'] },
    why: {
      en: 'Something else may still use what is deleted.',
      ja: '削除されるものが、まだどこかで使われている可能性があります。',
    },
  },
];

/** The rules of a repository that has none of its own, with their reasons in the language that the app writes. */
export function defaultRiskRules(locale: Locale): readonly RiskRule[] {
  return DEFAULT_RULES.map((rule) => ({ ...rule, why: rule.why[locale] }));
}
