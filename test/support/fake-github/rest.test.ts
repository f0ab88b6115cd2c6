import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SceneRepository } from './scene/scene-repository.ts';
import { type FakeGitHub, startFakeGitHub } from './start-fake-github.ts';

let github: FakeGitHub;
let repository: SceneRepository;
let octokit: Octokit;
const at = { owner: 'acme', repo: 'shop' };

beforeEach(async () => {
  github = await startFakeGitHub({ seed: 7, clock: { now: () => Date.UTC(2026, 7, 1, 12, 0, 0, 400) } });
  repository = github.repository('acme/shop');
  octokit = new Octokit({
    baseUrl: github.url,
    authStrategy: createAppAuth,
    auth: {
      appId: github.app.id,
      privateKey: github.app.privateKey,
      installationId: github.world.installations.keys().next().value,
    },
  });
});

afterEach(async () => {
  github.judge?.assertClean();
  await github.close();
});

describe('pull requests', () => {
  it('pages files by hundreds and stops at 3,000', async () => {
    const files = Array.from({ length: 3_050 }, (_, at) => `app/file-${at}.ts`);
    const { number } = repository.openPullRequest({ files });
    const { data } = await octokit.rest.pulls.get({ ...at, pull_number: number });
    expect(data.changed_files).toBe(3_050);
    const listed = await octokit.paginate(octokit.rest.pulls.listFiles, { ...at, pull_number: number, per_page: 100 });
    expect(listed).toHaveLength(3_000);
    expect(new Set(listed.map((file) => file.filename)).size).toBe(3_000);
    expect(github.log.count().byOperation['pulls/list-files']).toBe(30);
  });

  it('gives both names of a rename', async () => {
    repository.writeFile('old.ts', 'a\n');
    const { number } = repository.openPullRequest({ files: [{ path: 'new.ts', previousPath: 'old.ts' }] });
    const { data } = await octokit.rest.pulls.listFiles({ ...at, pull_number: number });
    expect(data).toMatchObject([{ filename: 'new.ts', previous_filename: 'old.ts', status: 'renamed' }]);
  });

  it.each([
    [false, 'acme'],
    [true, 'alice'],
    ['deleted', undefined],
  ] as const)('fork: %s has the head repository of %s', async (fork, owner) => {
    const { number } = repository.openPullRequest({ head: { fork } });
    const { data } = await octokit.rest.pulls.get({ ...at, pull_number: number });
    expect(data.head.repo?.owner.login).toBe(owner);
  });

  it('bumps updated_at, by whole seconds, when the body is patched', async () => {
    const { number } = repository.openPullRequest({ body: 'old' });
    const { data } = await octokit.rest.pulls.update({ ...at, pull_number: number, body: 'new' });
    expect(data).toMatchObject({ body: 'new', updated_at: '2026-08-01T12:00:00Z' });
  });
});

describe('labels', () => {
  it('defines what is added, knows names without case, and has 404 for what is absent', async () => {
    const { number } = repository.openPullRequest();
    await octokit.rest.issues.addLabels({ ...at, issue_number: number, labels: ['Risk: High', 'risk: high'] });
    expect(repository.labelsOf(number)).toEqual(['Risk: High']);
    await octokit.rest.issues.removeLabel({ ...at, issue_number: number, name: 'RISK: HIGH' });
    const again = octokit.rest.issues.removeLabel({ ...at, issue_number: number, name: 'RISK: HIGH' });
    await expect(again).rejects.toMatchObject({ status: 404 });
    const twice = octokit.rest.issues.createLabel({ ...at, name: 'RISK: high', color: 'ff0000' });
    await expect(twice).rejects.toMatchObject({ status: 422 });
  });
});

describe('check runs', () => {
  const run = { name: 'Technical impact', status: 'completed', conclusion: 'failure' } as const;

  it('keeps two runs of one name and lists the newest', async () => {
    const { number } = repository.openPullRequest();
    const { sha } = repository.pullRequest(number).pull.head;
    await octokit.rest.checks.create({ ...at, ...run, head_sha: sha });
    const second = await octokit.rest.checks.create({ ...at, ...run, conclusion: 'success', head_sha: sha });
    expect(repository.checkRuns(sha).map((entry) => entry.conclusion)).toEqual(['failure', 'success']);
    const { data } = await octokit.rest.checks.listForRef({ ...at, ref: sha, app_id: github.app.id });
    expect(data.check_runs.map((entry) => entry.id)).toEqual([second.data.id]);
  });

  it('refuses a commit that it does not know', async () => {
    const unknown = octokit.rest.checks.create({ ...at, ...run, head_sha: 'f'.repeat(40) });
    await expect(unknown).rejects.toMatchObject({ status: 422 });
  });
});

describe('GraphQL', () => {
  it('reads folders and files at a branch, by aliases, in one query', async () => {
    repository.writeFile('.github/impact.yml', 'mode: enforce\n');
    repository.writeFile('.github/pull_request_template.md', '## Technical impact\n');
    const answer = await octokit.graphql(
      `query ($owner: String!, $name: String!, $config: String!, $folder: String!, $none: String!) {
        repository(owner: $owner, name: $name) {
          databaseId isPrivate
          defaultBranchRef { name target { oid } }
          config: object(expression: $config) { ... on Blob { text oid byteSize isTruncated isBinary } }
          folder: object(expression: $folder) { ... on Tree { entries { name type oid object { ... on Blob { text } } } } }
          none: object(expression: $none) { oid }
        }
      }`,
      { owner: 'acme', name: 'shop', config: 'main:.github/impact.yml', folder: 'main:.github', none: 'main:docs' },
    );
    expect(answer).toMatchObject({
      repository: {
        databaseId: repository.state.id,
        isPrivate: false,
        defaultBranchRef: { name: 'main', target: { oid: repository.headOf() } },
        config: { text: 'mode: enforce\n', byteSize: 14, isTruncated: false, isBinary: false },
        folder: {
          entries: [
            { name: 'impact.yml', type: 'blob' },
            { name: 'pull_request_template.md', type: 'blob', object: { text: '## Technical impact\n' } },
          ],
        },
        none: null,
      },
    });
  });
});
