import { inspect } from 'node:util';
import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { GitHubError } from '../../src/ports/github-error.ts';
import { API, buildApp, buildGitHub, NOW, pullRequestAnswer, repository, TOKEN } from './support/build-github.ts';
import { useNock } from './support/use-nock.ts';

useNock();

async function faultOf(call: Promise<unknown>): Promise<GitHubError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(GitHubError);
  return error as GitHubError;
}

describe('what GitHub does not do', () => {
  const soon = { 'retry-after': '30' };
  const reset = {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': `${NOW / 1000 + 600}`,
    'x-ratelimit-resource': 'core',
  };

  it.each([
    ['a server error', 502, {}, 'Bad gateway', 'unavailable', null],
    ['an expired token', 401, {}, 'Bad credentials', 'unauthorized', null],
    ['a suspended installation', 403, {}, 'This installation has been suspended', 'unauthorized', null],
    ['a missing permission', 403, {}, 'Resource not accessible by integration', 'forbidden', null],
    ['a refused body', 422, {}, 'Validation Failed', 'invalid', null],
    ['a vanished pull request', 404, {}, 'Not Found', 'gone', null],
    ['a deleted issue', 410, {}, 'This issue was deleted', 'gone', null],
    [
      'a secondary limit with a time',
      403,
      soon,
      'You have exceeded a secondary rate limit',
      'rate-limited',
      NOW + 30_000,
    ],
    ['a secondary limit as 429', 429, soon, 'Too many requests', 'rate-limited', NOW + 30_000],
    [
      'a secondary limit without a time',
      403,
      {},
      'You have exceeded a secondary rate limit',
      'rate-limited',
      NOW + 60_000,
    ],
    ['the primary limit', 403, reset, 'API rate limit exceeded', 'rate-limited', NOW + 600_000],
    ['the primary limit as 429', 429, reset, 'API rate limit exceeded', 'rate-limited', NOW + 600_000],
  ])('%s', async (_name, status, headers, message, fault, retryAt) => {
    nock(API).post('/repos/acme/shop/issues/12/labels').reply(status, { message }, headers);
    const error = await faultOf(buildGitHub().addLabels(repository, 12, ['risk: high']));
    expect(error).toMatchObject({ fault, status, retryAt });
    expect(error.message).toContain(message);
  });

  it('names the permission that is missing', async () => {
    nock(API)
      .post('/repos/acme/shop/issues/12/labels')
      .reply(
        403,
        { message: 'Resource not accessible by integration' },
        { 'x-accepted-github-permissions': 'issues=write' },
      );
    const error = await faultOf(buildGitHub().addLabels(repository, 12, ['risk: high']));
    expect(error.message).toContain('The App needs the permission issues=write');
  });

  it('gives up on an answer that does not come', async () => {
    nock(API)
      .get('/repos/acme/shop')
      .reply(() => new Promise(() => {}));
    const error = await faultOf(buildGitHub({ timeoutMs: 30 }).repository(repository));
    expect(error.fault).toBe('timeout');
  });

  it('reports a broken connection', async () => {
    nock(API).get('/repos/acme/shop').replyWithError(new Error('socket hang up'));
    expect((await faultOf(buildGitHub().repository(repository))).fault).toBe('unavailable');
  });

  it('does not take a page of something in between for an answer', async () => {
    nock(API).get('/repos/acme/shop').reply(200, '<html>proxy</html>', { 'content-type': 'text/html' });
    expect((await faultOf(buildGitHub().repository(repository))).fault).toBe('unavailable');
  });

  it('keeps tokens out of errors', async () => {
    nock(API).post('/repos/acme/shop/issues/12/labels').reply(500, { message: 'oops' });
    const error = await faultOf(buildGitHub().addLabels(repository, 12, ['a']));
    expect(inspect(error, { depth: 10 })).not.toContain(TOKEN);
  });
});

describe('a limit stops the installation, not the others', () => {
  it('fails fast with the same time until it is over', async () => {
    let now = NOW;
    const github = buildGitHub({ clock: { now: () => now } });
    nock(API).get('/repos/acme/shop/pulls/12').reply(429, { message: 'slow down' }, { 'retry-after': '5' });
    await faultOf(github.pullRequest(repository, 12));
    expect(await faultOf(github.openPullRequests(repository))).toMatchObject({
      fault: 'rate-limited',
      retryAt: NOW + 5_000,
    });
    now += 5_000;
    nock(API).get('/repos/acme/shop/pulls/12').reply(200, pullRequestAnswer());
    expect((await github.pullRequest(repository, 12))?.number).toBe(12);
  });

  it('spends the last call, then waits for the reset', async () => {
    const headers = {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': `${NOW / 1000 + 60}`,
      'x-ratelimit-resource': 'core',
    };
    nock(API).get('/repos/acme/shop/pulls/12').reply(200, pullRequestAnswer(), headers);
    const github = buildGitHub();
    expect(await github.pullRequest(repository, 12)).not.toBeNull();
    expect(await faultOf(github.pullRequest(repository, 12))).toMatchObject({ retryAt: NOW + 60_000 });
  });

  it('spaces writes a second apart after a secondary limit only', async () => {
    let now = NOW;
    const slept: number[] = [];
    const sleep = async (ms: number) => {
      slept.push(ms);
      now += ms;
    };
    const github = buildGitHub({ clock: { now: () => now }, sleep });
    nock(API).post('/repos/acme/shop/issues/12/labels').times(2).reply(200, []);
    await github.addLabels(repository, 12, ['a']);
    await github.addLabels(repository, 12, ['b']);
    expect(slept).toEqual([]);
    nock(API)
      .post('/repos/acme/shop/issues/12/labels')
      .reply(403, { message: 'secondary rate limit' }, { 'retry-after': '1' });
    await faultOf(github.addLabels(repository, 12, ['c']));
    now += 1_000;
    nock(API).post('/repos/acme/shop/issues/12/labels').times(3).reply(200, []);
    await Promise.all(['c', 'd', 'e'].map((name) => github.addLabels(repository, 12, [name])));
    expect(slept.length).toBe(2);
    expect(now).toBeGreaterThanOrEqual(NOW + 3_000);
  });

  it('leaves other installations alone', async () => {
    const app = buildApp();
    const grant = { token: TOKEN, expires_at: new Date(Date.now() + 3_600_000).toISOString(), permissions: {} };
    nock(API).post('/app/installations/901/access_tokens').reply(201, grant);
    nock(API).post('/app/installations/902/access_tokens').reply(201, grant);
    nock(API).get('/repos/acme/shop/pulls/12').reply(429, { message: 'slow down' }, { 'retry-after': '60' });
    await faultOf(app.installation(901).pullRequest(repository, 12));
    nock(API).get('/repos/acme/shop/pulls/12').reply(200, pullRequestAnswer());
    expect(await app.installation(902).pullRequest(repository, 12)).not.toBeNull();
  });
});
