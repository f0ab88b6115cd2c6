import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { readJson } from '../support/read-json.ts';
import { runHere } from '../support/run-here.ts';
import { runHiyari } from '../support/run-hiyari.ts';

const folder = temporaryFolder();
const cwd = folder.path;
const before = process.cwd();

const FILES: Readonly<Record<string, string>> = {
  'good.md':
    '## Technical impact\n\n### Blast radius\n\nThe checkout page.\n\n### Rollback\n\nRevert.\n\n### Monitoring\n\nErrors.\n',
  'none.md': '## Technical impact\n\nNone: only words in the manual.\n',
  'other.md': '# What breaks\n\nOnly the checkout page.\n',
  'empty.md': '',
  'template.md': '## Technical impact\n\n<!-- What could break? -->\n\nWrite here.\n',
  'paths.txt': 'db/migrate/1.sql\n',
  'enforce.yml': 'mode: enforce\nstatement:\n  require: { low: [], medium: [], high: [rollback] }\n',
  'japanese.yml': 'mode: enforce\nlocale: ja\n',
  'broken.yml': 'mode: enforcing\nrisk:\n  rulez: []\n',
  'off.yml': 'mode: off\n',
  'child.yml': 'extends: acme/.github\nmode: advise\n',
};

beforeAll(() => {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(cwd, name), text);
  writeFileSync(join(cwd, 'huge.md'), 'x'.repeat(10 * 1024 * 1024 + 1));
  writeFileSync(join(cwd, 'binary.md'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]));
  writeFileSync(join(cwd, 'shift-jis.md'), Buffer.from([0x8b, 0x5a, 0x8f, 0x70]));
  mkdirSync(join(cwd, 'folder'));
  process.chdir(cwd);
});
afterAll(() => {
  process.chdir(before);
  folder.remove();
});

const check = (args: readonly string[], options = {}) => runHere(['check', ...args], options);

describe('hiyari check', () => {
  it('exits with 1 when the check would fail, as a process too', async () => {
    const args = ['check', '--body', 'empty.md', '--config', 'enforce.yml', '--files', 'paths.txt', '--json'];
    const ran = await runHiyari(args, { cwd });
    expect(readJson(ran.stdout)).toMatchObject({ conclusion: 'failure', reasons: [{ code: 'statement-missing' }] });
    expect(ran).toMatchObject({ code: 1, stderr: '' });
  });

  it.each([
    ['a statement at low risk', ['good.md'], 0, 'success', 'filled', 'low'],
    ['a statement at high risk', ['good.md', '--files', 'paths.txt'], 0, 'success', 'filled', 'high'],
    ['nothing, in advise mode', ['empty.md'], 0, 'neutral', 'missing', 'low'],
    ['nothing, when neutral counts', ['empty.md', '--strict'], 1, 'neutral', 'missing', 'low'],
    ['nothing, in enforce mode', ['empty.md', '--config', 'enforce.yml'], 1, 'failure', 'missing', 'low'],
    ['none with a reason', ['none.md'], 0, 'success', 'none', 'low'],
    ['none at high risk', ['none.md', '--config', 'enforce.yml', '--files', 'paths.txt'], 1, 'failure', 'none', 'high'],
    ['the template, unedited', ['template.md', '--template', 'template.md'], 0, 'neutral', 'placeholder', 'low'],
    ['another heading', ['other.md', '--heading', 'Risk', '--heading=What breaks'], 0, 'success', 'filled', 'low'],
    ['a switched-off repository', ['empty.md', '--config', 'off.yml'], 0, 'neutral', 'missing', 'low'],
  ] as const)('judges %s', async (_name, [body, ...rest], code, conclusion, verdict, level) => {
    const ran = await check(['--body', body, ...rest, '--json']);
    expect(readJson(ran.stdout)).toMatchObject({ schema: 'hiyari.check/1', conclusion, verdict, risk: { level } });
    expect(ran.code).toBe(code);
  });

  it('reads the description from a pipe and says what it did not know on standard error', async () => {
    const stdin = '\ufeff## Technical impact\r\n\r\nThe page.\r\n';
    const ran = await runHiyari(['check', '--body', '-', '--json'], { cwd, stdin });
    expect(readJson(ran.stdout)).toMatchObject({
      verdict: 'filled',
      heading: 'Technical impact',
      quote: { text: 'The page.' },
    });
    expect(ran.stderr).toBe('Judged without changed files, so by the lowest risk; --files names them.\n');
  });

  it('finds the configuration of the folder that it runs in', async () => {
    mkdirSync(join(cwd, 'here/.github'), { recursive: true });
    writeFileSync(join(cwd, 'here/.github/impact.yml'), 'mode: enforce\n');
    const ran = await runHiyari(['check', '--body', '../empty.md', '--files', '../paths.txt'], {
      cwd: join(cwd, 'here'),
    });
    expect(ran).toMatchObject({ code: 1, stderr: 'Using .github/impact.yml.\n' });
  });

  it('says that what is extended is not read', async () => {
    const ran = await check(['--body', 'good.md', '--files', 'paths.txt', '--config', 'child.yml']);
    expect(ran.stderr).toBe(
      'It extends acme/.github, which is not read here: only what the file itself says counts.\n',
    );
  });

  it.each([
    ['the configuration', ['--config', 'japanese.yml'], {}],
    ['--locale', ['--locale', 'ja'], {}],
    ['the environment', [], { LANG: 'ja_JP.UTF-8' }],
  ])('speaks Japanese when %s says so, without colours in a pipe', async (_name, args, env) => {
    const ran = await check(['--body', 'empty.md', '--files', 'paths.txt', ...args], { env });
    expect(ran.stdout).toMatch(/技術的な影響/);
    expect(ran.stdout).not.toContain('\u001b');
    expect(ran.stderr).toBe('');
  });

  it.each([
    ['no description', [], /^--body is needed\.\nSee "hiyari check --help"\.\n$/],
    ['an option without its value', ['--body'], /^--body needs a value\./],
    ['an option that swallows the next', ['--body', '--json'], /^--body needs a value\./],
    ['an empty value', ['--body='], /^--body needs a value\./],
    [
      'a mistyped option',
      ['--body', 'good.md', '--header=x'],
      /^There is no option --header: did you mean --heading\?/,
    ],
    ['a value for a flag', ['--body', 'good.md', '--json=yes'], /^--json takes no value\./],
    ['a word too many', ['good.md'], /^"good\.md" is one word too many\./],
    ['a word after --', ['--body', 'good.md', '--', '--json'], /^"--json" is one word too many\./],
    [
      'an unknown language',
      ['--body', 'good.md', '--locale', 'jp'],
      /^--locale is "jp" \(did you mean ja\?\); allowed are en, ja\./,
    ],
    ['standard input for two', ['--body', '-', '--files', '-'], /^Standard input can be read once/],
    ['a file that is not there', ['--body', 'nope.md'], /^nope\.md cannot be read: there is no such file\.\n$/],
    ['a folder', ['--body', 'folder'], /^folder cannot be read: it is a directory/],
    ['a program', ['--body', 'binary.md'], /^binary\.md is not text in UTF-8/],
    ['another encoding', ['--body', 'shift-jis.md'], /^shift-jis\.md is not text in UTF-8/],
    ['11 MB', ['--body', 'huge.md'], /^huge\.md is too large: at most 10 MiB are read\.\n$/],
    [
      'a broken configuration',
      ['--body', 'good.md', '--config', 'broken.yml'],
      /^broken\.yml:1:7: [^\n]+\nbroken\.yml:3:3: [^\n]+\nbroken\.yml has 2 problems/,
    ],
    ['files that are no files', ['--body', 'good.md', '--files', 'broken.tsv'], /^broken\.tsv cannot be read/],
  ])('refuses %s with 2, and prints no result', async (_name, args, message) => {
    const ran = await check(args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });
});
