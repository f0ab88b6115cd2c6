import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGitHubApp } from '../../src/github/create-github-app.ts';
import { createGitHubWithToken } from '../../src/github/create-github-with-token.ts';
import type { CheckRun } from '../../src/domain/pull-request/check-run.ts';
import type { GitHub, GitHubApp } from '../../src/ports/github.ts';
import type { Repository } from '../../src/domain/pull-request/repository.ts';
import type { SceneRepository } from '../support/fake-github/scene/scene-repository.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { silentLog } from './support/build-github.ts';

let fake: FakeGitHub;
let scene: SceneRepository;
let app: GitHubApp;
let github: GitHub;
let repository: Repository;

beforeAll(async () => {
  fake = await startFakeGitHub({ seed: 3 });
  scene = fake.repository('acme/shop');
  scene.writeFile('.github/impact.yml', 'mode: enforce');
  scene.writeFile('docs/pull_request_template.md', '## Technical impact');
  scene.writeFile('.github/PULL_REQUEST_TEMPLATE/bug.md', '## Bug');
  scene.writeFile('Pull_Request_Template.md', '## Odd');
  const { id: appId, privateKey } = fake.app;
  const settings = { appId: Number(appId), privateKey, baseUrl: fake.url };
  app = createGitHubApp({ settings, clock: { now: Date.now }, log: silentLog });
  github = app.installation(scene.installationId ?? 0);
  const found = await github.repository({ owner: 'acme', name: 'shop' });
  if (found === null) throw new Error('the repository is not there');
  repository = found;
});

afterAll(async () => {
  fake.judge?.assertClean();
  await fake.close();
});

describe('the adapter against the stand-in', () => {
  it('knows its bot, its installations and their repositories', async () => {
    expect(await app.botUserId()).toBe(fake.app.bot.id);
    expect(await app.installationIds()).toEqual([scene.installationId]);
    expect(await app.installedRepositories(scene.installationId ?? 0)).toEqual([repository]);
    expect(await app.failedDeliveries()).toEqual([]);
  });

  it('reads what steers the repository in one query, or two', async () => {
    const files = await github.baseFiles(repository, 'main');
    expect(files).toEqual({
      sha: scene.headOf(),
      config: { path: '.github/impact.yml', text: 'mode: enforce' },
      templates: [
        { path: '.github/PULL_REQUEST_TEMPLATE/bug.md', text: '## Bug' },
        { path: 'Pull_Request_Template.md', text: '## Odd' },
        { path: 'docs/pull_request_template.md', text: '## Technical impact' },
      ],
    });
    expect(await github.baseFiles(repository, scene.headOf())).toEqual(files);
    expect(await github.baseFiles(repository, 'no-such-branch')).toBeNull();
  });

  it('reads one pull request the same way by REST and by query', async () => {
    const { number } = scene.openPullRequest({
      body: 'Hello',
      author: { login: 'robot[bot]', type: 'Bot' },
      files: ['src/a.ts', 'src/b.ts'],
      labels: ['size: S'],
      draft: true,
    });
    scene.openPullRequest({ files: ['c'], body: null, head: { fork: 'deleted' } });
    const byRest = await github.pullRequest(repository, number);
    const byQuery = await github.openPullRequests(repository);
    expect(byQuery).toHaveLength(2);
    expect(byQuery.find((one) => one.number === number)).toEqual(byRest);
    expect(byQuery[0]).toMatchObject({ body: null, head: { repositoryId: null } });
    expect(await github.recentPullRequests(repository, 1)).toEqual([byQuery[0]]);
    expect(await github.pullRequest(repository, 9_999)).toBeNull();
  });

  it('reads 250 files in three pages', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `lib/f${index}.ts`);
    const { number } = scene.openPullRequest({ files: names });
    const pullRequest = await github.pullRequest(repository, number);
    if (pullRequest === null) throw new Error('the pull request is not there');
    const changed = await github.changedFiles(repository, pullRequest);
    expect(changed.incomplete).toBeUndefined();
    expect(changed.files.map(({ path }) => path).sort()).toEqual([...names].sort());
  });

  it('publishes a check run, finds it, and updates it', async () => {
    const headSha = scene.headOf();
    const run: CheckRun = {
      name: 'Technical impact',
      headSha,
      externalId: 'x:1',
      output: {
        conclusion: 'failure',
        title: 'Missing',
        summary: 'Say it.',
        text: 'More.',
        annotations: Array.from({ length: 60 }, (_, index) => ({
          path: '.github/impact.yml',
          startLine: index + 1,
          endLine: index + 1,
          level: 'failure',
          title: 'Odd',
          message: 'Odd',
        })),
        actions: [{ identifier: 'recheck', label: 'Re-check', description: 'Look again' }],
      },
    };
    expect(await github.findCheckRun(repository, headSha, 'Technical impact')).toBeNull();
    const id = await github.publishCheckRun(repository, run, null);
    expect(await github.findCheckRun(repository, headSha, 'Technical impact')).toEqual({ id, externalId: 'x:1' });
    const plain = { ...run, output: { ...run.output, annotations: [] } };
    const next = await github.publishCheckRun(repository, plain, id);
    expect(next).not.toBe(id);
    expect(await github.publishCheckRun(repository, plain, next)).toBe(next);
  });

  it('labels, comments, reacts and edits', async () => {
    const { number } = scene.openPullRequest({ files: ['d'] });
    await github.createLabel(repository, { name: 'risk: high', color: 'b60205', description: 'Look twice' });
    await github.createLabel(repository, { name: 'risk: high', color: 'b60205', description: 'Look twice' });
    expect(await github.labelNames(repository)).toContain('risk: high');
    await github.addLabels(repository, number, ['risk: high', 'new']);
    await github.removeLabel(repository, number, 'new');
    await github.removeLabel(repository, number, 'new');
    expect(scene.labelsOf(number)).toEqual(['risk: high']);
    const id = await github.createComment(repository, number, 'hi');
    await github.updateComment(repository, id, 'hello');
    await github.react(repository, id, '+1');
    expect(await github.issueComments(repository, number)).toEqual([
      { id, authorId: fake.app.bot.id, body: 'hello', byInsider: false },
    ]);
    expect(await github.updateBody(repository, number, 'new')).toMatchObject({ number, body: 'new' });
  });

  it('opens issues of its own, edits them and finds them again among others, on two pages', async () => {
    scene.openPullRequest({ files: ['not-an-issue'] });
    const number = await github.createIssue(repository, { title: 'Postmortem', body: 'first' });
    await github.updateIssue(repository, number, { body: 'second' });
    for (let i = 0; i < 100; i += 1) scene.openIssue({ title: `Other ${i}` });
    scene.close(number);
    const since = await github.issuesSince(repository, '2020-01-01T00:00:00Z');
    expect(since).toHaveLength(101);
    expect(since.filter(({ authorId }) => authorId === fake.app.bot.id)).toEqual([
      { number, authorId: fake.app.bot.id, state: 'closed', body: 'second' },
    ]);
    // Our clock may be ahead of GitHub's.
    const ahead = Math.max(...[...scene.state.issues.values()].map((one) => Date.parse(one.updatedAt))) + 60_000;
    expect(await github.issuesSince(repository, new Date(ahead).toISOString())).not.toEqual([]);
    expect(await github.issuesSince(repository, '2099-01-01T00:00:00Z')).toEqual([]);
  });

  it('knows who may do what', async () => {
    scene.setPermission('mona', 'maintain');
    expect(await github.permission(repository, 'mona')).toBe('maintain');
  });

  it('reads files elsewhere, with what is missing', async () => {
    const at = { owner: 'acme', name: 'shop' };
    expect(await github.remoteFile(at, '.github/impact.yml', null)).toEqual({
      found: true,
      text: 'mode: enforce',
      private: false,
    });
    expect(await github.remoteFile(at, 'none.yml', 'main')).toEqual({ found: false, because: 'no-file' });
    const nowhere = { owner: 'acme', name: 'nowhere' };
    expect(await github.remoteFile(nowhere, 'x', null)).toEqual({ found: false, because: 'no-repository' });
    expect(await github.fileAt(repository, '.github/impact.yml', 'main')).toMatchObject({ text: 'mode: enforce' });
  });

  it('finds the pull requests of a merge group', async () => {
    const first = scene.openPullRequest({ files: ['q1'] });
    const second = scene.openPullRequest({ files: ['q2'] });
    const group = scene.enqueue([first.number, second.number]);
    const found = await github.pullRequestsBetween(repository, group.baseSha, group.headSha);
    expect([...found].sort()).toEqual([first.number, second.number].sort());
  });

  it('waits as GitHub asks, and lets other kinds of trouble through', async () => {
    const other = createGitHubWithToken({
      token: fake.personalToken('maintainer'),
      baseUrl: fake.url,
      clock: { now: Date.now },
      log: silentLog,
      timeoutMs: 200,
    });
    const at = { owner: 'acme', name: 'shop' };
    for (const [kind, fault] of [
      ['500', 'unavailable'],
      ['502', 'unavailable'],
      ['reset', 'unavailable'],
      ['timeout', 'timeout'],
      ['403-secondary', 'rate-limited'],
    ] as const) {
      fake.faults.next({ kind, retryAfterSeconds: 60 });
      await expect(other.repository(at)).rejects.toMatchObject({ fault });
    }
  });

  it('follows a repository to its new name', async () => {
    scene.rename('store');
    expect(await github.repository(repository)).toMatchObject({ id: repository.id, name: 'store' });
    const { number } = scene.openPullRequest({ files: ['e'] });
    await github.addLabels(repository, number, ['risk: high']);
    expect(scene.labelsOf(number)).toEqual(['risk: high']);
  });
});
