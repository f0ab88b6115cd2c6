import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { API, buildGitHub, pullRequest, repository } from './support/build-github.ts';
import { useNock } from './support/use-nock.ts';

useNock();

const WEB = 'https://github.com/acme/shop/pull/12';

const node = (over: object = {}) => ({
  number: 12,
  url: WEB,
  title: 'Drop the old column',
  body: '',
  state: 'OPEN',
  isDraft: false,
  merged: false,
  mergedAt: null,
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-02T00:00:00Z',
  changedFiles: 3,
  additions: 10,
  deletions: 2,
  headRefOid: 'h'.repeat(40),
  headRefName: 'drop',
  baseRefOid: 'b'.repeat(40),
  baseRefName: 'main',
  headRepository: null,
  mergeCommit: null,
  labels: { nodes: [{ name: 'risk: high' }] },
  author: { __typename: 'User', login: 'mona', databaseId: 9 },
  ...over,
});

interface Asked {
  readonly variables: Readonly<Record<string, unknown>>;
}

function page(nodes: readonly object[], endCursor: string | null, asked: Asked[] = []): void {
  const pullRequests = { pageInfo: { hasNextPage: endCursor !== null, endCursor }, nodes };
  nock(API)
    .post('/graphql', (body: Asked) => asked.push(body) > 0)
    .reply(200, { data: { repository: { pullRequests } } });
}

describe('pull requests by query', () => {
  it('are the same nouns as by REST', async () => {
    page([node()], null);
    expect(await buildGitHub().openPullRequests(repository)).toEqual([{ ...pullRequest(), url: WEB }]);
  });

  it('come page after page', async () => {
    const asked: Asked[] = [];
    page([node({ number: 2 })], 'cursor', asked);
    page([node({ number: 1 })], null, asked);
    const found = await buildGitHub().openPullRequests(repository);
    expect(found.map(({ number }) => number)).toEqual([2, 1]);
    expect(asked.map(({ variables }) => [variables.states, variables.after])).toEqual([
      [['OPEN'], null],
      [['OPEN'], 'cursor'],
    ]);
  });

  it('stop at the number that was asked for', async () => {
    const asked: Asked[] = [];
    page([node({ number: 9, state: 'MERGED', merged: true, mergeCommit: { oid: 'm' } })], 'more', asked);
    const [newest, ...others] = await buildGitHub().recentPullRequests(repository, 1);
    expect(newest).toMatchObject({ state: 'closed', merged: true, mergeCommitSha: 'm' });
    expect(others).toEqual([]);
    expect(asked[0]?.variables).toMatchObject({ first: 1, states: null });
  });

  it.each([
    [
      { __typename: 'Bot', login: 'renovate', databaseId: 4 },
      { id: 4, login: 'renovate[bot]', type: 'bot' },
    ],
    [
      { __typename: 'Organization', login: 'acme', databaseId: 5 },
      { id: 5, login: 'acme', type: 'organization' },
    ],
    [
      { __typename: 'EnterpriseUserAccount', login: 'e' },
      { id: 0, login: 'e', type: 'unknown' },
    ],
    [null, { id: 10137, login: 'ghost', type: 'unknown' }],
  ])('know their author %o', async (author, expected) => {
    page([node({ author })], null);
    const [found] = await buildGitHub().openPullRequests(repository);
    expect(found?.author).toEqual(expected);
  });
});
