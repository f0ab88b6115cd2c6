import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { API, buildApp, buildGitHub, linkTo, repository, repositoryAnswer, TOKEN } from './support/build-github.ts';
import { useNock } from './support/use-nock.ts';

useNock();

/** Two pages of a list, the second asked for by number. */
function serveTwo(path: string, first: object, second: object): void {
  nock(API)
    .get(path)
    .query(({ page }) => page === undefined)
    .reply(200, first, linkTo(2));
  nock(API)
    .get(path)
    .query(({ page }) => page === '2')
    .reply(200, second);
}

describe('every list is read to its last page', () => {
  it('label names', async () => {
    serveTwo('/repos/acme/shop/labels', [{ name: 'a' }], [{ name: 'b' }]);
    expect(await buildGitHub().labelNames(repository)).toEqual(['a', 'b']);
  });

  it('comments, some by accounts that are gone', async () => {
    const user = { id: 3, login: 'x', type: 'User' };
    serveTwo('/repos/acme/shop/issues/12/comments', [{ id: 1, user, body: 'x' }], [{ id: 2, user: null }]);
    expect(await buildGitHub().issueComments(repository, 12)).toEqual([
      { id: 1, authorId: 3, byInsider: false, body: 'x' },
      { id: 2, authorId: 10137, byInsider: false, body: '' },
    ]);
  });

  it('members of a team, and whom a login stands for', async () => {
    serveTwo('/orgs/acme/teams/payments/members', [{ id: 7 }], [{ id: 4_294_967_301 }]);
    nock(API).get('/users/alice').reply(200, { id: 7 }).get('/users/nobody').reply(404, {});
    nock(API).get('/orgs/acme/teams/gone/members').query(true).reply(404, {});
    const github = buildGitHub();
    expect(await github.teamMemberIds('acme/payments')).toEqual([7, 4_294_967_301]);
    expect(await github.teamMemberIds('acme/gone')).toBeNull();
    expect(await github.accountId('alice')).toBe(7);
    expect(await github.accountId('nobody')).toBeNull();
  });

  it('check runs: the newest of ours', async () => {
    const path = '/repos/acme/shop/commits/abc/check-runs';
    serveTwo(path, { check_runs: [{ id: 5, external_id: 'old' }] }, { check_runs: [{ id: 8, external_id: 'new' }] });
    expect(await buildGitHub().findCheckRun(repository, 'abc', 'Technical impact')).toEqual({
      id: 8,
      externalId: 'new',
    });
  });

  it('no check run', async () => {
    nock(API).get('/repos/acme/shop/commits/abc/check-runs').query(true).reply(200, { check_runs: [] });
    expect(await buildGitHub().findCheckRun(repository, 'abc', 'Technical impact')).toBeNull();
  });

  it('pull requests between two commits', async () => {
    const commit = (sha: string, message: string) => ({ sha, commit: { message } });
    serveTwo(
      '/repos/acme/shop/compare/base...head',
      { commits: [commit('c1', 'Fix the till (#4)\n\nnot (#99)')] },
      { commits: [commit('c2', 'Merge pull request #5 from acme/x'), commit('c3', 'plain')] },
    );
    serveTwo('/repos/acme/shop/commits/c1/pulls', [{ number: 3 }], [{ number: 4 }]);
    nock(API).get('/repos/acme/shop/commits/c2/pulls').query(true).reply(200, []);
    nock(API)
      .get('/repos/acme/shop/commits/c3/pulls')
      .query(true)
      .reply(200, [{ number: 5 }]);
    expect(await buildGitHub().pullRequestsBetween(repository, 'base', 'head')).toEqual([3, 4, 5]);
  });

  it('installations, without suspended ones', async () => {
    serveTwo('/app/installations', [{ id: 1 }, { id: 2, suspended_at: '2026-01-01T00:00:00Z' }], [{ id: 3 }]);
    expect(await buildApp().installationIds()).toEqual([1, 3]);
  });

  it('the repositories of an installation', async () => {
    nock(API).post('/app/installations/903/access_tokens').reply(201, { token: TOKEN, permissions: {} });
    serveTwo(
      '/installation/repositories',
      { repositories: [repositoryAnswer()] },
      { repositories: [repositoryAnswer({ id: 8, name: 'till' })] },
    );
    const found = await buildApp().installedRepositories(903);
    expect(found.map(({ name }) => name)).toEqual(['shop', 'till']);
  });
});

describe('deliveries that GitHub could not hand over', () => {
  const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

  it('are those of which no attempt came through, by cursor', async () => {
    const next = { link: `<${API}/app/hook/deliveries?per_page=100&cursor=v1_2>; rel="next"` };
    nock(API)
      .get('/app/hook/deliveries')
      .query(({ cursor }) => cursor === undefined)
      .reply(
        200,
        [
          { id: 9, guid: 'again', delivered_at: at(1), status_code: 202 },
          { id: 8, guid: 'lost', delivered_at: at(2), status_code: 504 },
        ],
        next,
      );
    nock(API)
      .get('/app/hook/deliveries')
      .query(({ cursor }) => cursor === 'v1_2')
      .reply(
        200,
        [
          { id: 7, guid: 'again', delivered_at: at(3), status_code: 500 },
          { id: 6, guid: 'lost', delivered_at: at(4), status_code: 502 },
          { id: 5, guid: 'too-old', delivered_at: at(80), status_code: 502 },
        ],
        { link: `<${API}/app/hook/deliveries?cursor=v1_3>; rel="next"` },
      );
    expect(await buildApp().failedDeliveries()).toEqual([{ id: '8', guid: 'lost' }]);
  });

  it('have numbers beyond what a double holds', async () => {
    const body = `[{"id":9007199254740993123,"guid":"g","delivered_at":"${at(1)}","status_code":500}]`;
    nock(API).get('/app/hook/deliveries').query(true).reply(200, body, { 'content-type': 'application/json' });
    expect(await buildApp().failedDeliveries()).toEqual([{ id: '9007199254740993123', guid: 'g' }]);
    nock(API).post('/app/hook/deliveries/9007199254740993123/attempts').reply(202, {});
    await buildApp().redeliver('9007199254740993123');
  });
});

describe('the bot of the App', () => {
  it('is asked for once', async () => {
    nock(API).get('/app').reply(200, { slug: 'hiyari' });
    nock(API).get('/app/installations').query(true).reply(200, []);
    nock(API).get('/users/hiyari%5Bbot%5D').reply(200, { id: 77 });
    const app = buildApp();
    expect(await Promise.all([app.botUserId(), app.botUserId()])).toEqual([77, 77]);
  });

  it('is asked for again after a fault', async () => {
    nock(API).get('/app/installations').query(true).reply(502, {});
    const app = buildApp();
    await expect(app.botUserId()).rejects.toMatchObject({ fault: 'unavailable' });
    nock(API).get('/app').reply(200, { slug: 'hiyari' });
    nock(API).get('/app/installations').query(true).reply(200, []);
    nock(API).get('/users/hiyari%5Bbot%5D').reply(200, { id: 77 });
    expect(await app.botUserId()).toBe(77);
  });
});
