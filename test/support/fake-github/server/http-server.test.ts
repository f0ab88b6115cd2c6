import { generateKeyPairSync } from 'node:crypto';
import { createAppAuth } from '@octokit/auth-app';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SceneRepository } from '../scene/scene-repository.ts';
import { type FakeGitHub, startFakeGitHub } from '../start-fake-github.ts';

let github: FakeGitHub;
let repository: SceneRepository;
let now: number;
let token: string;

beforeEach(async () => {
  now = Date.UTC(2026, 7, 1);
  github = await startFakeGitHub({ clock: { now: () => now } });
  repository = github.repository('acme/shop');
  token = await installationToken();
});

afterEach(() => github.close());

async function installationToken(): Promise<string> {
  const jwt = await appToken(github.app.privateKey);
  const response = await post(`/app/installations/${repository.installationId}/access_tokens`, {}, jwt);
  return (await json(response)).token;
}

async function appToken(privateKey: string): Promise<string> {
  const { token: jwt } = await createAppAuth({ appId: github.app.id, privateKey })({ type: 'app' });
  return jwt;
}

function get(path: string, as: string | null = token, headers: Record<string, string> = {}) {
  const authorization = as === null ? {} : { authorization: `token ${as}` };
  return fetch(github.url + path, { headers: { ...authorization, ...headers } });
}

function post(path: string, body: unknown, as = token, method = 'POST') {
  return fetch(github.url + path, {
    method,
    headers: { authorization: `bearer ${as}` },
    body: JSON.stringify(body),
  });
}

async function json(response: Response) {
  return JSON.parse(await response.text());
}

describe('who may ask', () => {
  it.each([
    ['nobody', null, 401],
    ['garbage', 'ghs_garbage', 401],
    ['a token that looks like a JWT', 'a.b.c', 401],
  ])('refuses %s', async (_who, as, status) => {
    expect((await get('/repos/acme/shop', as)).status).toBe(status);
  });

  it('refuses an App token that another key signed', async () => {
    const other = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    });
    expect((await get('/app', await appToken(other.privateKey))).status).toBe(401);
    expect((await get('/app', await appToken(github.app.privateKey))).status).toBe(200);
  });

  it('lets an installation see and write only where it is installed', async () => {
    github.repository('globex/secret', { private: true });
    github.repository('globex/open');
    expect((await get('/repos/globex/secret')).status).toBe(404);
    expect((await get('/repos/globex/open')).status).toBe(200);
    expect((await post('/repos/globex/open/labels', { name: 'x' })).status).toBe(403);
  });

  it('lets an App do only what it was granted', async () => {
    const body = { ref: 'main', environment: 'production' };
    const refused = await post('/repos/acme/shop/deployments', body);
    expect([refused.status, (await json(refused)).message]).toEqual([403, 'Resource not accessible by integration']);
  });

  it('shuts a suspended App out, and one that is gone for good', async () => {
    github.suspend('acme');
    expect((await get('/repos/acme/shop')).status).toBe(403);
    github.suspend('acme', false);
    expect((await get('/repos/acme/shop')).status).toBe(200);
    github.uninstall('acme');
    expect((await get('/repos/acme/shop')).status).toBe(401);
  });

  it('takes the tokens of people', async () => {
    expect((await get('/repos/acme/shop', github.personalToken('bob'))).status).toBe(200);
  });
});

describe('what the judge refuses', () => {
  it('is answered with 422, has no effect and is remembered', async () => {
    const { number } = repository.openPullRequest();
    const response = await post(`/repos/acme/shop/issues/${number}/labels`, { labelz: ['x'] });
    expect(response.status).toBe(422);
    expect(repository.labelsOf(number)).toEqual([]);
    expect(() => github.judge?.assertClean()).toThrow('body/labelz is unknown');
  });

  it('covers GraphQL', async () => {
    const response = await post('/graphql', { query: '{ repository(owner: "acme", name: "shop") { nonsense } }' });
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining('nonsense') }] });
    expect(() => github.judge?.assertClean()).toThrow('nonsense');
  });
});

describe('caching and paging', () => {
  it('answers 304 to a known ETag, and does not charge it', async () => {
    const first = await get('/repos/acme/shop');
    const etag = first.headers.get('etag') ?? '';
    const second = await get('/repos/acme/shop', token, { 'if-none-match': etag });
    const third = await get('/repos/acme/shop');
    expect(second.status).toBe(304);
    const used = [first, third].map((response) => Number(response.headers.get('x-ratelimit-used')));
    expect(used[1]).toBe(Number(used[0]) + 1);
    expect(github.log.count().notModified).toBe(1);
  });

  it('links pages, also under /api/v3', async () => {
    const { number } = repository.openPullRequest({ files: ['a', 'b', 'c', 'd', 'e'] });
    const path = `/api/v3/repos/acme/shop/pulls/${number}/files?per_page=2`;
    const link = (await get(`${path}&page=2`)).headers.get('link');
    const to = (page: number, rel: string) => `<${github.url}${path}&page=${page}>; rel="${rel}"`;
    expect(link).toBe([to(1, 'prev'), to(3, 'next'), to(3, 'last'), to(1, 'first')].join(', '));
    expect((await get(path.replace('=2', '=5'))).headers.get('link')).toBeNull();
  });

  it('redirects old names of a repository to its id', async () => {
    repository.rename('store');
    const followed = await get('/repos/acme/shop');
    expect([followed.redirected, (await json(followed)).full_name]).toEqual([true, 'acme/store']);
    const created = await post('/repos/acme/shop/labels', { name: 'x' });
    expect(created.status).toBe(201);
  });
});

describe('limits and faults', () => {
  it('runs out of requests and recovers when the hour is over', async () => {
    github.limits.set({ remaining: 1, resetAt: now + 60_000 });
    expect((await get('/repos/acme/shop')).headers.get('x-ratelimit-remaining')).toBe('0');
    const refused = await get('/repos/acme/shop');
    expect([refused.status, refused.headers.get('x-ratelimit-reset')]).toEqual([403, String(now / 1000 + 60)]);
    now += 60_000;
    expect((await get('/repos/acme/shop')).status).toBe(200);
  });

  it.each([
    ['500', 500, null],
    ['502', 502, null],
    ['403-secondary', 403, '7'],
    ['429', 429, '7'],
  ] as const)('%s, once, for one operation', async (kind, status, retryAfter) => {
    github.faults.next({ kind, operationId: 'repos/get', retryAfterSeconds: 7 });
    expect((await get('/repos/acme/shop/labels')).status).toBe(200);
    const failed = await get('/repos/acme/shop');
    expect([failed.status, failed.headers.get('retry-after')]).toEqual([status, retryAfter]);
    expect((await get('/repos/acme/shop')).status).toBe(200);
  });

  it('loses the answer before or after the effect', async () => {
    const { number } = repository.openPullRequest();
    const path = `/repos/acme/shop/issues/${number}/comments`;
    github.faults.next({ kind: 'reset', phase: 'before' });
    await expect(post(path, { body: 'first' })).rejects.toThrow();
    expect(repository.comments(number)).toHaveLength(0);
    github.faults.next({ kind: 'reset', phase: 'after' });
    await expect(post(path, { body: 'second' })).rejects.toThrow();
    expect(repository.comments(number).map((comment) => comment.body)).toEqual(['second']);
  });

  it('never answers on a timeout; the client gives up', async () => {
    github.faults.next({ kind: 'timeout' });
    await expect(fetch(`${github.url}/rate_limit`, { signal: AbortSignal.timeout(30) })).rejects.toThrow('timeout');
  });

  it('fails at random, the same way for the same seed', async () => {
    const play = async () => {
      github.faults.set({ rate: 0.3, kinds: ['500', '502', '429'], seed: 5 });
      const statuses: number[] = [];
      for (let turn = 0; turn < 40; turn += 1) statuses.push((await get('/rate_limit')).status);
      return statuses;
    };
    const [first, second] = [await play(), await play()];
    expect(second).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 429, 500, 502]));
    expect(github.faults.count()).toBe(first.filter((status) => status !== 200).length * 2);
  });
});
