import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGitHubWithToken } from '../../../src/github/create-github-with-token.ts';
import { type FakeGitHub, startFakeGitHub } from '../../support/fake-github/start-fake-github.ts';
import type { SceneRepository } from '../../support/fake-github/scene/scene-repository.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { readJson } from '../support/read-json.ts';
import { runHere } from '../support/run-here.ts';
import { runHiyari } from '../support/run-hiyari.ts';

const PULL_REQUESTS = 101;
const folder = temporaryFolder();
const cwd = folder.path;
let github: FakeGitHub;
let shop: SceneRepository;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  github = await startFakeGitHub({ seed: 11 });
  shop = github.repository('acme/shop');
  shop.writeFile('.github/impact.yml', 'mode: enforce\n');
  for (let count = 0; count < PULL_REQUESTS; count += 1) {
    const stated = count % 2 === 0;
    shop.openPullRequest({
      title: `Change ${count}`,
      body: stated ? '## Technical impact\n\nThe checkout page only.' : null,
      files: [`src/f${count}.ts`],
    });
  }
  github.repository('acme/broken').writeFile('.github/impact.yml', 'mode: enforcing\n');
  github.repository('acme/broken').openPullRequest({ body: null, files: ['a.ts'] });
  env = { GITHUB_TOKEN: github.personalToken('alice'), GITHUB_API_URL: github.url };
});
afterAll(async () => {
  github.judge?.assertClean();
  await github.close();
  folder.remove();
});

const simulate = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  runHiyari(['simulate', ...args], { cwd, env: { ...env, ...more } });

const clock = { now: Date.now };

/** The same in this process, with a token of its own. */
const simulateHere = (args: readonly string[], token = env.GITHUB_TOKEN ?? '') =>
  runHere(['simulate', ...args], {
    isTTY: false,
    openSimulation: async () => ({
      github: createGitHubWithToken({ token, baseUrl: github.url, clock, log: recordingLog() }),
      clock,
    }),
  });

describe('hiyari simulate', () => {
  it('judges more than one page of pull requests, newest first, and writes nothing', async () => {
    github.log.clear();
    const ran = await simulate(['--repo', 'acme/shop', '--last', '101', '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const json = readJson(ran.stdout);
    const list = json.pullRequests as readonly { readonly number: number; readonly conclusion: string }[];
    expect(json).toMatchObject({
      schema: 'hiyari.simulate/1',
      repository: 'acme/shop',
      totals: { failure: 50, neutral: 0, success: 51 },
    });
    const newest = Math.max(...list.map(({ number }) => number));
    expect(list.map(({ number }) => number)).toEqual(Array.from({ length: PULL_REQUESTS }, (_, at) => newest - at));
    expect(github.log.count().writes).toBe(0);
  });

  it('tries another configuration in place of the base branch’s', async () => {
    writeFileSync(join(cwd, 'advise.yml'), 'mode: advise\n');
    const ran = await simulateHere([
      '--repo',
      'acme/shop',
      '--last',
      '2',
      '--config',
      join(cwd, 'advise.yml'),
      '--locale',
      'ja',
    ]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/タイトル\n/);
    expect(ran.stdout).toContain('プルリクエスト 2 件: 失敗 0、中立 1、合格 1。何も書き込んでいません。\n');
  });

  it('tells of a broken configuration at the base branch, and what it would do', async () => {
    const ran = await simulateHere(['--repo', 'acme/broken', '--json']);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toMatch(/^\.github\/impact\.yml:1:7: /);
    expect(readJson(ran.stdout)).toMatchObject({
      totals: { failure: 1 },
      problems: [{ code: 'not-allowed', line: 1, column: 7 }],
      pullRequests: [{ reasons: [{ code: 'config-broken' }] }],
    });
  });

  it('does not believe an .env of the folder: it could send the token anywhere', async () => {
    writeFileSync(join(cwd, '.env'), 'GITHUB_API_URL=http://127.0.0.1:9\nGITHUB_TOKEN=other\n');
    const ran = await simulate(['--repo', 'acme/shop', '--last', '1']);
    expect(ran.code).toBe(0);
  });

  it.each([
    ['no repository', [], /^--repo is needed\./],
    ['a name that is none', ['--repo', 'acme'], /^--repo is "acme"; it takes owner\/name\./],
    ['too many', ['--repo', 'acme/shop', '--last', '501'], /^--last is "501"; it takes a whole number from 1 to 500\./],
    [
      'a broken configuration',
      ['--repo', 'acme/shop', '--config', join(cwd, 'bad.yml')],
      /bad\.yml:1:7: .*\n.*has a problem/,
    ],
  ])('refuses %s before GitHub is asked', async (_name, args, message) => {
    writeFileSync(join(cwd, 'bad.yml'), 'mode: enforcing\n');
    const ran = await runHere(['simulate', ...args]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });

  it.each([
    ['no token', { GITHUB_TOKEN: '' }, /^Set GITHUB_TOKEN/],
    ['an address where nobody listens', { GITHUB_API_URL: 'http://127.0.0.1:9' }, /^GitHub cannot be reached/],
    ['an address that is none', { GITHUB_API_URL: 'github' }, /^The environment is set up wrongly: GITHUB_API_URL /],
  ])('says what is wrong with %s, in one line and without a log', async (_name, more, message) => {
    const ran = await simulate(['--repo', 'acme/shop'], more);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr).toMatch(/^[^\n]+\n$/);
  });

  it('says that GitHub refuses the token, without showing it', async () => {
    const ran = await simulateHere(['--repo', 'acme/shop'], 'ghp_wrong');
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^GitHub does not accept the token[^\n]+401[^\n]+\n$/);
    expect(ran.stderr).not.toContain('ghp_');
  });

  it('says that a repository is not there', async () => {
    const ran = await simulateHere(['--repo', 'acme/nope']);
    expect(ran).toEqual({ code: 2, stdout: '', stderr: 'acme/nope does not exist, or the token may not read it.\n' });
  });
});
