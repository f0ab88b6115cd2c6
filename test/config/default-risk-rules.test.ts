import { describe, expect, it } from 'vitest';
import { defaultRiskRules } from '../../src/config/default-risk-rules.ts';
import type { FileStatus } from '../../src/domain/pull-request/changed-files.ts';
import { LOCALES } from '../../src/domain/locale.ts';
import { assessRisk } from '../../src/domain/risk/assess-risk.ts';

function assess(path: string, status: FileStatus = 'modified', additions = 1) {
  return assessRisk(defaultRiskRules('en'), { files: [{ path, status, additions, deletions: 0 }], expected: 1 });
}

describe('the default rules', () => {
  it.each([
    ['db/migrate/20260801_add_index.rb', 'database-schema'],
    ['app/migrations/0007_user.py', 'database-schema'],
    ['prisma/schema.prisma', 'database-schema'],
    ['src/auth/session.ts', 'access-control'],
    ['packages/api/security/csrf.go', 'access-control'],
    ['terraform/prod/main.tf', 'infrastructure'],
    ['charts/helm/values.yaml', 'infrastructure'],
    ['infra/cluster.yaml', 'infrastructure'],
  ])('%s is high: %s', (path, rule) => {
    expect(assess(path)).toMatchObject({ level: 'high', matches: [{ ruleId: rule }] });
  });

  it.each([
    ['.github/workflows/release.yml', 'delivery'],
    ['services/api/Dockerfile', 'delivery'],
    ['docker-compose.prod.yml', 'delivery'],
    ['config/routes.rb', 'runtime-configuration'],
    ['.env.production', 'runtime-configuration'],
    ['src/main/resources/application-prod.yml', 'runtime-configuration'],
    ['web/package-lock.json', 'dependencies'],
    ['go.sum', 'dependencies'],
    ['requirements-dev.txt', 'dependencies'],
  ])('%s is medium: %s', (path, rule) => {
    expect(assess(path)).toMatchObject({ level: 'medium', matches: [{ ruleId: rule }] });
  });

  it.each([
    'README.md',
    'src/index.ts',
    'src/author/name.ts',
    'docs/security/policy.md',
    'test/auth/session.test.ts',
    'spec/fixtures/db/migrate/1.rb',
    'lib/config/parser.ts',
    'package.json',
  ])('%s alone is low', (path) => {
    expect(assess(path)).toEqual({ level: 'low', matches: [] });
  });

  it.each([
    ['src/index.ts', 'medium'],
    ['src/index.test.ts', 'low'],
    ['test/index.ts', 'low'],
    ['docs/old.md', 'low'],
  ])('deleting %s is %s', (path, level) => {
    expect(assess(path, 'removed').level).toBe(level);
  });

  it('see size', () => {
    expect(assess('src/a.ts', 'modified', 799).level).toBe('low');
    expect(assess('src/a.ts', 'modified', 800)).toMatchObject({
      level: 'medium',
      matches: [{ ruleId: 'large-change' }],
    });
    const files = Array.from({ length: 50 }, (_, n) => ({
      path: `src/${n}.ts`,
      status: 'modified' as const,
      additions: 1,
      deletions: 0,
    }));
    expect(assessRisk(defaultRiskRules('en'), { files, expected: 50 })).toMatchObject({
      level: 'medium',
      matches: [{ ruleId: 'many-files', measured: { changedFiles: 50 } }],
    });
  });

  it.each(LOCALES)('have distinct ids and one reason each, in %s', (locale) => {
    const rules = defaultRiskRules(locale);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(new Set(rules.map(({ why }) => why)).size).toBe(rules.length);
  });
});
