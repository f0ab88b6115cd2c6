import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { text as readText } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppCredentials } from '../../../src/ports/app-credentials.ts';
import { type Listener, listen } from '../../../src/web/listen.ts';
import { createSetup, type SetupDeps } from '../../../src/web/setup/create-setup.ts';
import { recordingLog } from '../../support/recording-log.ts';

const credentials: AppCredentials = {
  appId: 7,
  slug: 'hiyari-acme',
  privateKey: 'the private key',
  webhookSecret: 'the webhook secret',
  url: 'https://github.com/apps/hiyari-acme',
};

let listener: Listener;
let base: string;
let token: string;
let saved: { credentials: AppCredentials; publicUrl: string }[];
let done: number;
let convert: SetupDeps['convert'];
let log: ReturnType<typeof recordingLog>;

beforeEach(async () => {
  saved = [];
  done = 0;
  log = recordingLog();
  convert = async (code) => {
    if (code !== 'good') throw new Error('404');
    return credentials;
  };
  const setup = createSetup({
    appYml: readFileSync('app.yml', 'utf8'),
    githubUrl: 'https://github.com',
    publicUrl: null,
    webhookPath: '/api/github/webhooks',
    convert: (code) => convert(code),
    save: async (given, publicUrl) => void saved.push({ credentials: given, publicUrl }),
    onDone: () => {
      done += 1;
    },
    log,
  });
  token = setup.token;
  listener = await listen({ host: '127.0.0.1', port: 0, routes: setup.routes, log });
  base = `http://127.0.0.1:${listener.port}`;
});

afterEach(() => listener.close(0));

async function open(): Promise<string> {
  const response = await fetch(`${base}/setup?token=${token}`, { redirect: 'manual' });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/setup');
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Path=\/setup$/);
  return cookie.split(';')[0] ?? '';
}

async function get(path: string, cookie = '', headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(base + path, { redirect: 'manual', headers: { cookie, ...headers } });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const ANSWERS = '/setup/confirm?public_url=https%3A%2F%2Fhiyari.example.com%2F&organization=acme';

/** The form of the second page: where it goes, and the manifest in it. */
function formOf(page: string) {
  const action = /<form action="([^"]+)" method="post">/.exec(page)?.[1] ?? '';
  const value = /name="manifest" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const manifest = JSON.parse(value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as Record<string, unknown>;
  return { action: new URL(action), manifest };
}

describe('the set-up', () => {
  it('leads from the printed address to saved credentials', async () => {
    const cookie = await open();
    expect((await get('/setup', cookie)).text).toContain('name="public_url"');

    const { action, manifest } = formOf((await get(ANSWERS, cookie)).text);
    expect(action.origin + action.pathname).toBe('https://github.com/organizations/acme/settings/apps/new');
    expect(manifest).toMatchObject({
      name: 'Hiyari',
      public: false,
      url: 'https://hiyari.example.com',
      redirect_url: `${base}/setup/callback`,
      hook_attributes: { url: 'https://hiyari.example.com/api/github/webhooks', active: true },
      default_permissions: { checks: 'write' },
    });

    const back = `/setup/callback?code=good&state=${action.searchParams.get('state')}`;
    const last = await get(back, cookie);
    expect(last.status).toBe(200);
    expect(last.text).toContain('https://github.com/apps/hiyari-acme/installations/new');
    expect(saved).toEqual([{ credentials, publicUrl: 'https://hiyari.example.com' }]);
    expect(done).toBe(1);
    for (const secret of [credentials.privateKey, credentials.webhookSecret]) {
      expect(last.text).not.toContain(secret);
      expect(JSON.stringify(log.lines)).not.toContain(secret);
    }
    expect((await get(back, cookie)).status).toBe(400);
    expect(done).toBe(1);
  });

  it('opens once', async () => {
    await open();
    expect((await get(`/setup?token=${token}`)).status).toBe(403);
  });

  it.each(['/', '/setup', '/setup?token=wrong', ANSWERS, '/setup/callback?code=good&state=x'])(
    'shows nothing of itself at %s without a session',
    async (path) => {
      const answer = await get(path, 'hiyari_setup=guess');
      expect(answer.status).toBe(403);
      expect(answer.text).not.toContain('<form');
      expect(saved).toEqual([]);
    },
  );

  it.each(['', 'state=wrong&code=good', 'code=good', 'state=STATE', 'state=STATE&code='])(
    'takes no answer that it did not ask for: %s',
    async (query) => {
      const cookie = await open();
      const { action } = formOf((await get(ANSWERS, cookie)).text);
      const answer = await get(
        `/setup/callback?${query.replace('STATE', action.searchParams.get('state') ?? '')}`,
        cookie,
      );
      expect(answer.status).toBe(400);
      expect(saved).toEqual([]);
    },
  );

  it('can be tried again when GitHub refuses the code', async () => {
    const cookie = await open();
    const { action } = formOf((await get(ANSWERS, cookie)).text);
    const answer = await get(`/setup/callback?code=bad&state=${action.searchParams.get('state')}`, cookie);
    expect(answer.status).toBe(502);
    expect(answer.text).toContain('href="/setup"');
    expect((await get('/setup', cookie)).status).toBe(200);
    expect(done).toBe(0);
  });

  it.each([
    ['', 'not an address'],
    ['hiyari.example.com', 'not an address'],
    ['javascript:alert(1)', 'not an address'],
    ['https://hiyari.example.com/?a=1', 'not an address'],
    ['http://localhost:3000', 'cannot reach'],
    ['http://127.0.0.1:3000', 'cannot reach'],
  ])('says what is wrong with the address %j', async (address, message) => {
    const answer = await get(`/setup/confirm?public_url=${encodeURIComponent(address)}`, await open());
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
  });

  it('escapes what was typed', async () => {
    const typed = encodeURIComponent('"><script>alert(1)</script>');
    const answer = await get(`/setup/confirm?public_url=https://x.example&organization=${typed}`, await open());
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain('<script');
  });

  it.each([
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['localhost:3000', 200],
    ['[::1]:3000', 200],
  ])('answers to the name %s with %i', async (host, status) => {
    const cookie = await open();
    const request = httpRequest(`${base}/setup`, { headers: { host, cookie } });
    request.end();
    const [response] = await once(request, 'response');
    await readText(response);
    expect(response.statusCode).toBe(status);
  });

  it('is opened by no other name either', async () => {
    const request = httpRequest(`${base}/setup?token=${token}`, { headers: { host: 'evil.example' } });
    request.end();
    const [response] = await once(request, 'response');
    await readText(response);
    expect(response.statusCode).toBe(421);
  });

  it('forbids everything that it does not need', async () => {
    const { headers, text } = await get('/setup', await open());
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' https://github.com");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`style-src 'nonce-${/<style nonce="([^"]+)"/.exec(text)?.[1]}'`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toContain('<script');
    expect((await fetch(`${base}/setup`, { method: 'POST', headers: { cookie: 'x=y' } })).status).toBe(405);
  });

  it.each([
    ['ja,en;q=0.8', 'Hiyari のセットアップ', 'lang="ja"'],
    ['fr-FR,ja-JP;q=0.5', 'Hiyari のセットアップ', 'lang="ja"'],
    ['en-GB', 'Set up Hiyari', 'lang="en"'],
    ['de', 'Set up Hiyari', 'lang="en"'],
  ])('speaks %s', async (language, title, tag) => {
    const { text } = await get('/setup', '', { 'accept-language': language });
    expect(text).toContain(title);
    expect(text).toContain(tag);
  });
});
