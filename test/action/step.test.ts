import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runAction } from '../../src/action/run-action.ts';
import { createGitHubWithToken } from '../../src/github/create-github-with-token.ts';
import type { SceneRepository } from '../support/fake-github/scene/scene-repository.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { recordingLog } from '../support/recording-log.ts';
import { runNode } from '../support/run-node.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const BIN = resolve('bin/action.js');
const STATED = '## Technical impact\n\nThe checkout page only.';
let folder: ReturnType<typeof temporaryFolder>;
let github: FakeGitHub;
let shop: SceneRepository;
let token: string;

beforeAll(async () => {
  github = await startFakeGitHub({ seed: 12 });
  shop = github.repository('acme/shop');
  shop.writeFile('.github/impact.yml', 'mode: enforce\n');
  token = github.personalToken('alice');
});
beforeEach(() => {
  folder = temporaryFolder();
  return () => folder.remove();
});
afterAll(async () => {
  github.judge?.assertClean();
  await github.close();
});

/** What the runner gives to a step, in a workspace that is not to be trusted. */
function prepare(event: string, payload: unknown, more: Readonly<Record<string, string>>) {
  const at = (name: string) => join(folder.path, name);
  writeFileSync(at('event.json'), JSON.stringify(payload));
  for (const name of ['output', 'summary.md']) writeFileSync(at(name), '');
  writeFileSync(at('.env'), 'GITHUB_API_URL=http://127.0.0.1:9\n');
  const variables = {
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: at('event.json'),
    GITHUB_API_URL: github.url,
    GITHUB_OUTPUT: at('output'),
    GITHUB_STEP_SUMMARY: at('summary.md'),
    INPUT_TOKEN: token,
    INPUT_STRICT: 'false',
    INPUT_LOCALE: 'en',
    ...more,
  };
  const written = () => ({
    output: readFileSync(at('output'), 'utf8'),
    summary: readFileSync(at('summary.md'), 'utf8'),
  });
  return { variables, written };
}

/** A step as the runner starts it. */
async function startStep(event: string, payload: unknown, more: Readonly<Record<string, string>> = {}) {
  const { variables, written } = prepare(event, payload, more);
  const ran = await runNode([BIN], { cwd: folder.path, env: variables });
  return { ...ran, ...written() };
}

/** The same in this process. */
async function step(event: string, payload: unknown, more: Readonly<Record<string, string>> = {}) {
  const { variables, written } = prepare(event, payload, more);
  let stdout = '';
  const code = await runAction({
    variables,
    out: (text) => {
      stdout += text;
    },
    readFile: (path) => readFileSync(path, 'utf8'),
    appendFile: appendFileSync,
    openGitHub: async (held) => {
      const clock = { now: Date.now };
      return { github: createGitHubWithToken({ token: held, baseUrl: github.url, clock, log: recordingLog() }), clock };
    },
  });
  return { code, stdout, ...written() };
}

describe('a step of GitHub Actions', () => {
  it('fails on a pull request without a statement, and says so in every place', async () => {
    const { number } = shop.openPullRequest({ body: null, files: ['db/migrate/1.sql'], author: 'mallory' });
    github.log.clear();
    const ran = await startStep('pull_request', { pull_request: { number } });
    expect(ran).toMatchObject({ code: 1, stderr: '', output: 'conclusion=failure\nverdict=missing\nlevel=high\n' });
    expect(ran.stdout).toMatch(/^::error title=Technical impact%3A [^\n]+::[^\n]+\n$/);
    expect(ran.summary).toMatch(/^## .+\n\n/);
    expect(ran.summary).toContain('db/migrate/1.sql');
    // Nobody hears a command here: the App does, and it is not needed for this.
    expect(ran.summary).not.toContain('/impact');
    expect(github.log.count().writes).toBe(0);
  });

  it('passes one with a statement, from a fork too', async () => {
    const { number } = shop.openPullRequest({ body: STATED, files: ['src/a.ts'], head: { fork: true } });
    const ran = await step('pull_request_target', { pull_request: { number } });
    expect(ran).toMatchObject({ code: 0, output: 'conclusion=success\nverdict=filled\nlevel=low\n' });
    expect(ran.stdout).toMatch(/^::notice title=/);
  });

  it('takes the configuration from the base branch, whatever the pull request makes of it', async () => {
    const { number } = shop.openPullRequest({ body: null, files: [{ path: '.github/impact.yml', text: 'mode: off' }] });
    expect(await step('pull_request', { pull_request: { number } })).toMatchObject({ code: 1 });
  });

  it('judges a merge group by its pull requests', async () => {
    const good = shop.openPullRequest({ body: STATED, files: ['src/g1.ts'] });
    const bad = shop.openPullRequest({ body: null, files: ['src/g2.ts'] });
    const group = shop.enqueue([good.number, bad.number]);
    const merge_group = {
      head_sha: group.headSha,
      head_ref: group.headRef,
      base_sha: group.baseSha,
      base_ref: 'refs/heads/main',
    };
    const ran = await step('merge_group', { merge_group });
    expect(ran).toMatchObject({ code: 1, output: 'conclusion=failure\nverdict=missing\nlevel=low\n' });
    expect(ran.summary).toContain(`#${good.number}`);
    shop.dequeue(group);
  });

  it('is neutral where the configuration advises, fails there when strict, and speaks its language', async () => {
    const quiet = github.repository('acme/quiet');
    quiet.writeFile('.github/impact.yml', 'mode: advise\nlocale: ja\n');
    const { number } = quiet.openPullRequest({ body: '', files: ['src/a.ts'] });
    const payload = { pull_request: { number } };
    const relaxed = await step('pull_request', payload, { GITHUB_REPOSITORY: 'acme/quiet' });
    expect(relaxed).toMatchObject({ code: 0, output: 'conclusion=neutral\nverdict=missing\nlevel=low\n' });
    expect(relaxed.stdout).toMatch(/^::warning title=Technical impact%3A .*技術的な影響/);
    const strict = await step('pull_request', payload, { GITHUB_REPOSITORY: 'acme/quiet', INPUT_STRICT: 'true' });
    expect(strict.code).toBe(1);
  });

  it('points at the lines of a broken configuration, and fails closed', async () => {
    const broken = github.repository('acme/broken');
    broken.writeFile('.github/impact.yml', 'mode: enforce\nrisk:\n  rulez: []\n');
    const { number } = broken.openPullRequest({ body: STATED, files: ['src/a.ts'] });
    const ran = await step('pull_request', { pull_request: { number } }, { GITHUB_REPOSITORY: 'acme/broken' });
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.summary).toContain('rulez');
  });

  it('lets no words of an author become commands of the runner', async () => {
    const hostile =
      '## Technical impact\r\n::set-output name=conclusion::success\n::error::boo %0A::stop-commands::x\n```\n##[set-env]\n```';
    const { number } = shop.openPullRequest({ body: hostile, title: 'a\u2028::error::b', files: ['src/a.ts'] });
    const ran = await step('pull_request', { pull_request: { number } });
    expect(ran.stdout.trim().split('\n')).toHaveLength(1);
    expect(ran.output.split('\n')).toHaveLength(4);
  });

  it.each([
    ['another event', 'push', {}, {}, /nothing to judge on the event push\. Run this on pull_request/],
    ['an event that is not whole', 'pull_request', { pull_request: {} }, {}, /cannot be read: pull_request\.number/],
    [
      'a pull request that is not there',
      'pull_request',
      { pull_request: { number: 9999 } },
      {},
      /acme\/shop#9999 does not exist/,
    ],
    ['no token', 'pull_request', {}, { INPUT_TOKEN: ' ' }, /The input token is empty/],
    [
      'a wrong input',
      'pull_request',
      {},
      { INPUT_STRICT: 'maybe' },
      /The input strict is "maybe"; allowed are true, false/,
    ],
    [
      'a token without the right',
      'pull_request',
      { pull_request: { number: 1 } },
      { INPUT_TOKEN: 'wrong' },
      /GitHub did not answer as needed: .*401/,
    ],
    [
      'an event that is not there',
      'pull_request',
      {},
      { GITHUB_EVENT_PATH: '/nowhere/event.json' },
      /\/nowhere\/event\.json cannot be read: ENOENT/,
    ],
    [
      'a language that it does not speak',
      'push',
      {},
      { INPUT_LOCALE: 'fr' },
      /The input locale is "fr"; allowed are en, ja/,
    ],
    ['no place to work in', 'pull_request', {}, { GITHUB_EVENT_PATH: '' }, /GITHUB_EVENT_PATH is not set/],
    ['Japanese', 'push', {}, { INPUT_LOCALE: 'ja' }, /イベント push では判定するものがありません/],
  ])('answers %s with one error and 2', async (_name, event, payload, more, message) => {
    const ran = await step(event, payload, more);
    expect(ran).toMatchObject({ code: 2, output: '', summary: '' });
    expect(ran.stdout).toMatch(/^::error title=Hiyari::[^\n]+\n$/);
    expect(ran.stdout).toMatch(message);
  });
});

describe('a process that cannot start its step', () => {
  it('says what is wrong with the environment', async () => {
    const { number } = shop.openPullRequest({ body: STATED, files: ['src/a.ts'] });
    const ran = await startStep('pull_request', { pull_request: { number } }, { GITHUB_API_URL: 'github' });
    expect(ran).toMatchObject({ code: 2, stderr: '' });
    expect(ran.stdout).toMatch(/^::error title=Hiyari::The environment is set up wrongly: GITHUB_API_URL [^\n]+\n$/);
  });

  it('shows the stack of a defect to those who ask, as one line', async () => {
    // No trouble that we foresee: the runner's summary is a folder.
    const { number } = shop.openPullRequest({ body: STATED, files: ['src/a.ts'] });
    const event = prepare('pull_request', { pull_request: { number } }, {});
    const summary = join(folder.path, 'folder');
    mkdirSync(summary);
    const ran = await runNode([BIN], { env: { ...event.variables, GITHUB_STEP_SUMMARY: summary, HIYARI_DEBUG: '1' } });
    expect(ran.code).toBe(2);
    expect(ran.stdout).toMatch(
      /\n::error title=Hiyari::[^\n]*defect of Hiyari: EISDIR[^\n]*\n::notice title=Hiyari::[^\n]*%0A +at [^\n]*\n$/,
    );
  });
});

describe('where the Action comes from', () => {
  it('installs the release of its own commit, outside the workspace and without the token', async () => {
    const action = join(folder.path, 'action');
    const bin = join(folder.path, 'path');
    for (const path of [join(action, 'bin'), bin]) mkdirSync(path, { recursive: true });
    for (const file of ['bin/action.js', 'bin/check-node.js', 'package.json']) copyFileSync(file, join(action, file));
    // In npm's place: notes how it was called, and "installs" a step.
    writeFileSync(
      join(bin, 'npm'),
      `#!/bin/sh
printf '%s|' "$PWD" "$INPUT_TOKEN" "$@" > "$NOTE"
mkdir -p node_modules/hiyari/dist/src
echo 'export async function runStep() { process.stdout.write("stepped"); return 1; }' > node_modules/hiyari/dist/src/action.js
echo '{ "type": "module" }' > node_modules/hiyari/package.json
`,
      { mode: 0o755 },
    );
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
    const note = join(folder.path, 'note');
    const env = {
      PATH: `${bin}:/usr/bin:/bin`,
      RUNNER_TEMP: join(folder.path, 'temp'),
      NOTE: note,
      INPUT_TOKEN: token,
    };
    const ran = await runNode([join(action, 'bin/action.js')], { cwd: folder.path, env });
    expect(ran).toEqual({ code: 1, stdout: 'stepped', stderr: '' });
    const [cwd, seen, ...args] = readFileSync(note, 'utf8').split('|');
    expect([cwd, seen]).toEqual([join(folder.path, `temp/hiyari-${version}`), '']);
    expect(args).toEqual(expect.arrayContaining(['install', '--ignore-scripts', `hiyari@${version}`]));
  });

  it('says when npm fails', async () => {
    const action = join(folder.path, 'action');
    mkdirSync(join(action, 'bin'), { recursive: true });
    for (const file of ['bin/action.js', 'bin/check-node.js', 'package.json']) copyFileSync(file, join(action, file));
    const env = { PATH: join(folder.path, 'nothing'), RUNNER_TEMP: folder.path };
    const ran = await runNode([join(action, 'bin/action.js')], { cwd: folder.path, env });
    expect(ran).toMatchObject({ code: 2, stderr: '' });
    expect(ran.stdout).toMatch(/^::error title=Hiyari::npm could not install hiyari@[\d.]+: [^\n]+\n$/);
  });

  it('has a description whose files and inputs exist', () => {
    const action = parse(readFileSync('action.yml', 'utf8')) as {
      readonly inputs: Readonly<Record<string, unknown>>;
      readonly outputs: Readonly<Record<string, unknown>>;
      readonly runs: { readonly using: string; readonly main: string };
    };
    expect(action.runs).toEqual({ using: 'node24', main: 'bin/action.js' });
    const source = readFileSync('src/action/read-inputs.ts', 'utf8');
    expect([...source.matchAll(/INPUT_([A-Z]+)/g)].map(([, name = '']) => name.toLowerCase())).toEqual(
      expect.arrayContaining(Object.keys(action.inputs)),
    );
    expect(Object.keys(action.outputs)).toEqual(['conclusion', 'verdict', 'level']);
  });
});
