import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runHere } from './support/run-here.ts';
import { runHiyari } from './support/run-hiyari.ts';

const COMMANDS = [
  '',
  'check',
  'validate',
  'explain',
  'simulate',
  'analyze',
  'import',
  'intake',
  'intake add',
  'intake list',
  'intake rotate',
  'intake remove',
  'backfill',
  'inbox',
  'inbox list',
  'inbox replay',
];

describe('help', () => {
  it.each(COMMANDS)('hiyari %s --help, in both languages', async (name) => {
    const words = name.split(' ').filter(Boolean);
    for (const help of ['--help', '-h']) {
      const english = await runHere([...words, help]);
      expect(english).toMatchObject({ code: 0, stderr: '' });
      expect(english.stdout).toMatch(new RegExp(`\\nUsage\\n  hiyari${name && ' '}${name}.*\\n`));
      expect(english.stdout).toMatch(/\nExit codes\n {2}0 /);
      expect(english.stdout).not.toContain('undefined');
    }
    const japanese = await runHere(['--locale', 'ja', '--help']);
    expect(japanese.stdout).toMatch(/\n使い方\n/);
    const option = await runHere([...words, '--help', '--locale=ja']);
    expect(option.stdout).toMatch(/\n使い方\n[\s\S]*\n終了コード\n/);
    expect(
      option.stdout.split('\n').filter((line) => /^ {2}(--|\d|[a-z]+ {2})/.test(line) && /^[\x20-\x7e]*$/.test(line)),
    ).toEqual([]);
  });

  it('lists every command and its options', async () => {
    const { stdout } = await runHere(['--help']);
    for (const command of [
      'check',
      'validate',
      'explain',
      'simulate',
      'analyze',
      'import',
      'intake',
      'backfill',
      'inbox',
    ]) {
      expect(stdout).toMatch(new RegExp(`\\n  ${command} +\\w`));
    }
    const check = await runHere(['check', '--help']);
    for (const option of [
      'body F|-',
      'template F',
      'heading H',
      'files F|-',
      'config F',
      'json',
      'strict',
      'locale en|ja',
      'help',
    ]) {
      expect(check.stdout).toContain(`\n  --${option}`);
    }
  });

  it('is what "help" gives as well', async () => {
    expect(await runHere(['help', 'inbox', 'list'])).toEqual(await runHere(['inbox', 'list', '--help']));
    expect(await runHere(['help'])).toEqual(await runHere(['--help']));
  });

  it('is given unasked, as an error, where a command is missing', async () => {
    for (const words of [[], ['inbox']]) {
      const ran = await runHere(words);
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain('\nCommands\n');
    }
  });

  it('has colours on a terminal that wants them', async () => {
    const colors = (env: Readonly<Record<string, string>>) => runHere(['--help'], { isTTY: true, env });
    expect((await colors({})).stdout).toContain('\u001b[1mUsage\u001b[22m');
    expect((await colors({ NO_COLOR: '1' })).stdout).not.toContain('\u001b');
    expect((await colors({ TERM: 'dumb' })).stdout).not.toContain('\u001b');
  });
});

describe('words that are no command', () => {
  it.each([
    [
      ['chekc'],
      /^There is no command "chekc": did you mean "check"\? Commands: check, validate, explain, simulate, analyze, import, intake, backfill, rebuild, report, project, expect, inbox\.\nSee "hiyari --help"\.\n$/,
    ],
    [['zzzzzzzz'], /^There is no command "zzzzzzzz"\. Commands: /],
    [['chekc', '--help'], /^There is no command "chekc"/],
    [['inbox', 'replya', '1'], /^There is no command "replya": did you mean "replay"\?/],
    [['constructor'], /^There is no command "constructor"/],
    [['--json', 'check'], /^--json belongs after the command\./],
    [['--', 'check'], /^-- belongs after the command\./],
    [['check', '--__proto__', 'x'], /^There is no option --__proto__/],
    [['check', '-b', 'x'], /^There is no option -b/],
  ])('%j is refused with 2', async (words, message) => {
    const ran = await runHere(words);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });
});

describe('the process', () => {
  it('knows its version', async () => {
    const ran = await runHiyari(['--version']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  });

  it.each(['--version', '-v'])('%s is all that it says', async (option) => {
    expect(await runHere([option])).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
  });

  it('passes the code of a wrong use on', async () => {
    const ran = await runHiyari(['nope'], { env: { LC_ALL: 'ja_JP.UTF-8' } });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('「nope」というコマンドはありません。');
  });
});

describe('a pipe that closes early', () => {
  it('is no trouble: "hiyari … | head -1"', async () => {
    const paths = Array.from({ length: 500 }, (_, at) => `src/f${at}.ts`);
    const child = spawn(process.execPath, [resolve('bin/hiyari.js'), 'explain', '--json', ...paths], {
      env: { LANG: 'C' },
      // Away from this repository's own configuration, which would be announced.
      cwd: tmpdir(),
    });
    child.stdout.once('data', () => child.stdout.destroy());
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const [code] = await once(child, 'close');
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('what nobody foresaw', () => {
  const broken = { openSimulation: () => Promise.reject(new TypeError('x is not a function')) };
  const args = ['simulate', '--repo', 'acme/shop'];

  it('is one line that says how to report it', async () => {
    const ran = await runHere(args, broken);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(
      /^[^\n]*defect of Hiyari: x is not a function\. Run it again with HIYARI_DEBUG=1[^\n]*\n$/,
    );
  });

  it('shows its stack to those who ask', async () => {
    const ran = await runHere(args, { ...broken, debug: true });
    expect(ran.stderr).toMatch(/\nTypeError: x is not a function\n\s+at /);
  });

  it('survives what is thrown without being an error', async () => {
    const ran = await runHere(args, { openSimulation: () => Promise.reject('boo'), debug: true });
    expect(ran).toMatchObject({ code: 2 });
    expect(ran.stderr).toContain('defect of Hiyari: boo.');
  });
});
