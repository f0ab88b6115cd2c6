import { describe, expect, it } from 'vitest';
import { countReviewRounds } from '../../src/domain/exposure/count-review-rounds.ts';
import { findMergeMethod } from '../../src/domain/exposure/find-merge-method.ts';
import type { Repository } from '../../src/domain/pull-request/repository.ts';
import type { GitHub } from '../../src/ports/github.ts';
import type { MergedPullRequest } from '../../src/ports/github-past.ts';
import type { SceneRepository } from '../support/fake-github/scene/scene-repository.ts';
import { usePast } from './support/use-past.ts';

let scene: SceneRepository;
let github: GitHub;
let repository: Repository;

usePast(5, (stage) => {
  ({ scene, github, repository } = stage);
});

async function merged(number: number): Promise<MergedPullRequest> {
  const { items } = await github.mergedPullRequestsNumbered(repository, [number]);
  const [found] = items;
  if (found === undefined) throw new Error(`#${number} is not merged`);
  return found;
}

describe('how it was merged, on the shapes that GitHub gives', () => {
  it.each(['squash', 'merge', 'rebase', 'push'] as const)('%s', async (method) => {
    for (const commits of method === 'push' ? [1] : [1, 3]) {
      const { number } = scene.openPullRequest({ files: [`app/${method}-${commits}.ts`] });
      for (let more = 1; more < commits; more += 1) scene.push(number, [`app/${method}-${more}.ts`]);
      scene.merge(number, { method });
      const found = await merged(number);
      expect(findMergeMethod(found.merge)).toBe(method);
      expect(found.merge.commits).toBe(commits);
      expect(found.pullRequest.mergeCommitSha).toBe(scene.headOf());
    }
  });
});

describe('what a page of the query does not hold', () => {
  it('files beyond a hundred', async () => {
    const files = Array.from({ length: 230 }, (_, index) => `app/many/${index}.ts`);
    const { number } = scene.openPullRequest({ files });
    scene.merge(number);
    const found = await merged(number);
    expect(found.files.files.map(({ path }) => path).sort()).toEqual([...files].sort());
    expect(found.files).toMatchObject({ expected: 230 });
    expect(found.files.incomplete).toBeUndefined();
  });

  it('old names', async () => {
    scene.pushTo('main', ['lib/old.ts']);
    const { number } = scene.openPullRequest({ files: [{ path: 'lib/new.ts', previousPath: 'lib/old.ts' }] });
    scene.merge(number);
    expect((await merged(number)).files.files).toMatchObject([
      { path: 'lib/new.ts', previousPath: 'lib/old.ts', status: 'renamed' },
    ]);
  });

  it('reviews beyond a hundred', async () => {
    const { number } = scene.openPullRequest({ author: 'alice' });
    for (let round = 0; round < 130; round += 1) {
      scene.push(number, [`app/round-${round}.ts`]);
      scene.review(number, round % 10 === 0 ? 'alice' : 'bob', 'commented');
    }
    scene.merge(number);
    const { reviews, pullRequest } = await merged(number);
    expect(reviews).toHaveLength(130);
    const { author, mergedAt } = pullRequest;
    expect(countReviewRounds(reviews, { authorId: author.id, mergedAt: mergedAt ?? '' })).toBe(117);
  });
});

describe('who and whence', () => {
  it('bots, deleted accounts and deleted forks', async () => {
    const bot = scene.openPullRequest({ author: { login: 'renovate[bot]', type: 'Bot' } }).number;
    const ghost = scene.openPullRequest({ author: 'ghost', head: { fork: 'deleted' } }).number;
    scene.merge(bot);
    scene.merge(ghost);
    expect((await merged(bot)).pullRequest.author).toMatchObject({ login: 'renovate[bot]', type: 'bot' });
    const { pullRequest } = await merged(ghost);
    expect(pullRequest.author).toEqual({ id: 10137, login: 'ghost', type: 'unknown' });
    expect(pullRequest.head.repositoryId).toBeNull();
  });

  it('when it was ready', async () => {
    const { number } = scene.openPullRequest({ draft: true });
    scene.setDraft(number, false);
    const readyAt = scene.pullRequest(number).updatedAt;
    scene.merge(number);
    expect((await merged(number)).readyAt).toBe(readyAt);
  });

  it('its branch and its milestone', async () => {
    const { number } = scene.openPullRequest({ head: { ref: 'refactor/ledger' }, milestone: 'Q3' });
    const without = scene.openPullRequest().number;
    scene.merge(number);
    scene.merge(without);
    expect(await merged(number)).toMatchObject({ milestone: 'Q3', pullRequest: { head: { ref: 'refactor/ledger' } } });
    expect((await merged(without)).milestone).toBeNull();
  });

  it('only merged pull requests, of the numbers that exist', async () => {
    const open = scene.openPullRequest().number;
    const { number: issue } = scene.openIssue({ title: 'No pull request' });
    const { number } = scene.openPullRequest();
    scene.merge(number);
    const found = await github.mergedPullRequestsNumbered(repository, [open, issue, number]);
    expect(found.items.map(({ pullRequest }) => pullRequest.number)).toEqual([number]);
    expect(await github.mergedPullRequestsNumbered(repository, [])).toEqual({ items: [], cost: null });
  });
});

describe('pages', () => {
  it('of merged pull requests, to the last one, each with what it cost', async () => {
    const numbers: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<GitHub['mergedPullRequests']>> = await github.mergedPullRequests(repository, {
        cursor,
        pageSize: 4,
      });
      expect(page.items.length).toBeLessThanOrEqual(4);
      expect(page.cost).toMatchObject({ limit: 5_000, points: 1 });
      numbers.push(...page.items.map(({ pullRequest }) => pullRequest.number));
      cursor = page.next;
    } while (cursor !== null);
    const merges = [...scene.state.issues.values()].filter(({ pull }) => pull?.merged).map(({ number }) => number);
    expect(numbers).toEqual(merges.sort((a, b) => b - a));
    const large = await github.mergedPullRequests(repository, { cursor: null, pageSize: 50 });
    expect(large.cost.points).toBe(3);
    expect(large.total).toBe(merges.length);
  });

  it('of commits, from a commit on', async () => {
    for (let count = 0; count < 100; count += 1) scene.pushTo('main', ['app/again.ts']);
    const { number } = scene.openPullRequest();
    scene.merge(number);
    const { items } = await github.commitsFrom(repository, scene.headOf());
    expect(items[0]).toMatchObject({ sha: scene.headOf(), pullRequests: [{ merged: true, baseRef: 'main' }] });
    expect(items.length).toBe(100);
    const next = items.at(-1)?.firstParent ?? '';
    expect((await github.commitsFrom(repository, next)).items[0]?.sha).toBe(next);
    expect((await github.commitsFrom(repository, 'f'.repeat(40))).items).toEqual([]);
  });

  it('of deployments and releases, with how they ended', async () => {
    const sha = scene.headOf();
    for (let count = 0; count < 105; count += 1) {
      scene.deploy({ sha, environment: 'production', state: count === 0 ? 'failure' : 'success' });
    }
    scene.deploy({ sha, environment: 'staging', state: 'in_progress' });
    const first = await github.deployments(repository, null);
    const second = await github.deployments(repository, first.next);
    const all = [...first.items, ...second.items];
    expect(all).toHaveLength(105);
    expect(all.at(-1)).toMatchObject({ kind: 'deployment', environment: 'production', state: 'failure', sha });
    expect(second.next).toBeNull();
    scene.release('v1.0.0');
    expect((await github.releases(repository, null)).items).toMatchObject([
      { kind: 'release', environment: 'release', state: 'success', sha },
    ]);
    expect(await github.commitNamed(repository, 'v1.0.0')).toBe(sha);
    expect(await github.commitNamed(repository, 'v9')).toBeNull();
  });
});

describe('the rest', () => {
  it('a commit in full, and none', async () => {
    const files = Array.from({ length: 320 }, (_, index) => `app/push/${index}.ts`);
    const sha = scene.pushTo('main', files, 'Straight onto main\n\nbecause.');
    const commit = await github.commitInFull(repository, sha);
    expect(commit).toMatchObject({ sha, author: { login: 'maintainer' }, additions: 320, deletions: 0 });
    expect(commit?.files.files).toHaveLength(320);
    expect(await github.commitInFull(repository, 'f'.repeat(40))).toBeNull();
  });

  it('what steered the repository, newest first', async () => {
    const template = scene.writeFile('.github/pull_request_template.md', '## Impact');
    scene.pushTo('main', ['elsewhere']);
    const config = scene.writeFile('.github/impact.yml', 'mode: enforce');
    const found = await github.steeringHistory(repository);
    expect(found.head).toBe(scene.headOf());
    expect(found.steering).toMatchObject({ complete: true, changes: [{ sha: config }, { sha: template }] });
  });

  it('a renamed repository is followed, one that is gone is said to be', async () => {
    const stale = { ...repository, name: 'shop' };
    scene.rename('store');
    expect((await github.mergedPullRequests(stale, { cursor: null, pageSize: 1 })).items).toHaveLength(1);
    const nowhere = { ...repository, name: 'nowhere' };
    await expect(github.mergedPullRequests(nowhere, { cursor: null, pageSize: 1 })).rejects.toMatchObject({
      fault: 'gone',
    });
  });

  it('what is left of the hour', () => {
    expect(github.restBudget()).toMatchObject({ limit: 5_000 });
  });
});
