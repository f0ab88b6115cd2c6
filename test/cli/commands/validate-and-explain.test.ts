import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { readJson } from '../support/read-json.ts';
import { runHere } from '../support/run-here.ts';
import { runHiyari } from '../support/run-hiyari.ts';

const folder = temporaryFolder();
const cwd = folder.path;
const before = process.cwd();

beforeAll(() => {
  process.chdir(cwd);
  writeFileSync(join(cwd, 'good.yml'), 'mode: enforce\nlocale: ja\n');
  writeFileSync(join(cwd, 'broken.yml'), 'mode: enforcing\nrisk:\n  rulez: []\n');
  writeFileSync(join(cwd, 'syntax.yml'), 'mode: [enforce\n');
  writeFileSync(join(cwd, 'early.yml'), 'report: { every: month, to: issue }\n');
  writeFileSync(join(cwd, 'child.yml'), 'extends: acme/.github\n');
  writeFileSync(join(cwd, 'base.yml'), 'mode: advise\n');
  writeFileSync(join(cwd, 'second.yml'), 'extends: acme/other\n');
  writeFileSync(
    join(cwd, 'rules.yml'),
    `risk:
  rules:
    - { id: schema, level: high, paths: ["db/**", "!**/*_test.rb"], why: Locks tables. }
    - { id: gone, level: medium, paths: ["app/**"], when: { status: removed } }
    - { id: hot, level: high, from-history: { window: 180d, incidents: ">= 3" } }
`,
  );
});
afterAll(() => {
  process.chdir(before);
  folder.remove();
});

describe('hiyari validate', () => {
  it('exits with 1 on problems, as a process too', async () => {
    const ran = await runHiyari(['validate', 'broken.yml', '--json'], { cwd });
    expect(readJson(ran.stdout)).toMatchObject({ valid: false });
    expect(ran).toMatchObject({ code: 1, stderr: '' });
  });

  it.each([
    ['a good file', ['good.yml'], 0, { valid: true, problems: [] }],
    [
      'two problems',
      ['broken.yml'],
      1,
      {
        valid: false,
        problems: [
          { code: 'not-allowed', line: 1 },
          { code: 'unknown-key', line: 3 },
        ],
      },
    ],
    ['broken YAML', ['syntax.yml'], 1, { valid: false, problems: [{ code: 'yaml-syntax' }] }],
    ['a file with its base', ['child.yml', '--base', 'base.yml'], 0, { valid: true }],
    [
      'a base that extends again',
      ['child.yml', '--base', 'second.yml'],
      1,
      { problems: [{ code: 'extends-second-level' }] },
    ],
  ] as const)('tells of %s', async (_name, args, code, expected) => {
    const ran = await runHere(['validate', ...args, '--json']);
    expect(readJson(ran.stdout)).toMatchObject({ schema: 'hiyari.validate/1', file: args[0], ...expected });
    expect(ran).toMatchObject({ code, stderr: '' });
  });

  it('shows each problem as file:line:column, as editors and CI read it', async () => {
    const ran = await runHere(['validate', 'broken.yml', '--locale', 'ja']);
    expect(ran.stdout).toMatch(/^broken\.yml:1:7: .*enforce.*\nbroken\.yml:3:3: .*rules.*\n問題 2 件\n$/s);
  });

  it('reads standard input, and names what is extended and was not given', async () => {
    const ran = await runHere(['validate', '-'], { stdin: 'extends: acme/.github\n' });
    expect(ran).toMatchObject({ code: 0, stdout: '- is valid.\n' });
    expect(ran.stderr).toBe('It extends acme/.github, which was not read here: give it with --base FILE.\n');
  });

  it.each([
    ['no file in its place', [], /^\.github\/impact\.yml cannot be read: there is no such file/],
    ['two files', ['good.yml', 'broken.yml'], /^"broken\.yml" is one word too many/],
    ['standard input for two', ['-', '--base', '-'], /^Standard input can be read once/],
  ])('refuses %s', async (_name, args, message) => {
    const ran = await runHere(['validate', ...args]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });
});

describe('hiyari explain', () => {
  it('says of each path which rules match, by which pattern', async () => {
    const ran = await runHiyari(['explain', './db/a.rb', 'db/a_test.rb', '--config', 'rules.yml', '--json'], { cwd });
    const common = { schema: 'hiyari.explain/1' };
    expect(readJson(ran.stdout)).toMatchObject({
      ...common,
      paths: [
        {
          path: 'db/a.rb',
          level: 'high',
          rules: [
            { ruleId: 'schema', outcome: 'selected', pattern: { glob: 'db/**', position: 0 } },
            { ruleId: 'gone', outcome: 'no-pattern', when: { status: ['removed'] } },
            { ruleId: 'hot', outcome: 'every-path', fromHistory: { windowDays: 180 } },
          ],
        },
        { path: 'db/a_test.rb', level: 'low', rules: [{ outcome: 'taken-out', pattern: { position: 1 } }, {}, {}] },
      ],
    });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
  });

  it('says it in words; what could steer the terminal is taken out of a path', async () => {
    const ran = await runHere(['explain', '--config', 'rules.yml', '--', 'app/\u001b[2Jx.rb', '--odd']);
    expect(ran.stdout).toContain('app/x.rb: low\n');
    expect(ran.stdout).toContain(
      '  + gone [medium]: matches (by app/**)\n      matches only together with its conditions\n',
    );
    expect(ran.stdout).toContain('--odd: ');
    expect(ran.stdout).not.toContain('\u001b');
  });

  it('has nothing to say without a path', async () => {
    const ran = await runHere(['explain'], { env: { HIYARI_LOCALE: 'ja' } });
    expect(ran).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'PATH を指定してください。\n使い方は hiyari explain --help を見てください。\n',
    });
  });
});
