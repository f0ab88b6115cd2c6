import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeGitHub, startFakeGitHub } from './support/fake-github/start-fake-github.ts';
import { type RunningServer, runServer } from './support/run-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const SECRET = 'a secret of sixteen or more characters';

let github: FakeGitHub;
let folder: ReturnType<typeof temporaryFolder>;
let servers: RunningServer[];

beforeEach(async () => {
  github = await startFakeGitHub({ seed: 11 });
  folder = temporaryFolder();
  servers = [];
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop('SIGKILL')));
  github.judge?.assertClean();
  await github.close();
  folder.remove();
});

function start(environment: Readonly<Record<string, string>>, flags: readonly string[] = []): RunningServer {
  const server = runServer(
    folder.path,
    { PORT: '0', GITHUB_URL: github.url, GITHUB_API_URL: github.url, ...environment },
    flags,
  );
  servers.push(server);
  return server;
}

function credentials() {
  return { APP_ID: `${github.app.id}`, PRIVATE_KEY: github.app.privateKey, WEBHOOK_SECRET: SECRET };
}

async function listening(server: RunningServer): Promise<string> {
  const [, port] = await server.said(/"port":(\d+),.*Hiyari is listening/);
  return `http://127.0.0.1:${port}`;
}

describe('the server', () => {
  it('takes a webhook in, publishes the check, and stops when it is told to', async () => {
    const repository = github.repository('acme/shop');
    const server = start(credentials());
    const base = await listening(server);
    github.webhooks.connect({ url: `${base}/api/github/webhooks`, secret: SECRET });
    const { pull } = repository.openPullRequest({ body: 'No section here', files: ['src/a.ts'] });
    await github.webhooks.settled();
    await expect
      .poll(() => repository.checkRuns(pull.head.sha).map(({ name }) => name), { timeout: 10_000 })
      .toContain('Technical impact');

    expect(await (await fetch(`${base}/readyz`)).text()).toBe('ready\n');
    expect(await (await fetch(`${base}/healthz`)).text()).toBe('ok\n');
    expect(await (await fetch(base)).text()).toContain('/api/github/webhooks');
    const metrics = await (await fetch(`${base}/metrics`)).text();
    expect(metrics).toMatch(/hiyari_deliveries_total\{outcome="accepted"\} [1-9]/);
    expect(metrics).toMatch(/hiyari_github_answers_total\{status="2xx"\} [1-9]/);
    expect(statSync(join(folder.path, 'data/hiyari.db')).mode & 0o777).toBe(0o600);

    expect(await server.stop()).toBe(0);
    expect(server.output()).not.toContain('"level":"error"');
    expect(server.output()).not.toContain(SECRET);
  });

  it('finds on start what happened while it was down', async () => {
    const repository = github.repository('acme/shop');
    const { pull } = repository.openPullRequest({ body: null, files: ['src/a.ts'] });
    await listening(start(credentials()));
    await expect.poll(() => repository.checkRuns(pull.head.sha).length, { timeout: 10_000 }).toBe(1);
  });

  it('is alone on its file', async () => {
    await listening(start(credentials()));
    const second = start(credentials());
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain('Another worker is at work');
  });

  it.each([
    [{ PORT: 'x', LOG_LEVEL: 'loud' }, [], 2, /PORT must be[\s\S]*LOG_LEVEL must be/],
    [{ APP_ID: '1' }, [], 2, /PRIVATE_KEY is missing[\s\S]*WEBHOOK_SECRET is missing/],
    [{}, ['--tunnel', 'nowhere'], 2, /PUBLIC_URL must be an address/],
    [{}, ['--frob'], 2, /--frob[\s\S]*Usage: hiyari-server/],
    [{}, ['--help'], 0, /Usage: hiyari-server/],
  ])('with %o %o ends and says why', async (environment, flags, code, message) => {
    const server = start(environment, flags);
    expect(await server.exited).toBe(code);
    expect(server.output()).toMatch(message);
  });
});

describe('the set-up', () => {
  it('creates the App, keeps its credentials, and goes on as the App', async () => {
    const repository = github.repository('acme/shop');
    const server = start({}, ['--tunnel', 'http://127.0.0.1:1']);
    const [address] = await server.said(/http:\/\/127\.0\.0\.1:\d+\/setup\?token=[\w-]+/);
    const { origin } = new URL(address);
    const opened = await fetch(address, { redirect: 'manual' });
    const headers = { cookie: opened.headers.get('set-cookie')?.split(';')[0] ?? '' };

    const form = await (await fetch(`${origin}/setup`, { headers })).text();
    expect(form).toContain('value="http://127.0.0.1:1"');
    const asked = `${origin}/setup/confirm?public_url=${encodeURIComponent('http://127.0.0.1:1')}`;
    const state = /state=([\w-]+)/.exec(await (await fetch(asked, { headers })).text())?.[1];
    const { code, webhookSecret } = github.manifestCode();
    const last = await fetch(`${origin}/setup/callback?code=${code}&state=${state}`, { headers });
    expect(last.status).toBe(200);

    const file = join(folder.path, '.env');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(parseEnv(readFileSync(file, 'utf8'))).toMatchObject({
      APP_ID: `${github.app.id}`,
      WEBHOOK_SECRET: webhookSecret,
      PUBLIC_URL: 'http://127.0.0.1:1',
    });

    const base = await listening(server);
    github.webhooks.connect({ url: `${base}/api/github/webhooks`, secret: webhookSecret });
    const { pull } = repository.openPullRequest({ files: ['a'] });
    await expect.poll(() => repository.checkRuns(pull.head.sha).length, { timeout: 10_000 }).toBe(1);
    expect(server.output()).not.toContain(webhookSecret);
    expect(server.output()).not.toContain('PRIVATE KEY');
    expect(await server.stop('SIGINT')).toBe(0);
  });

  it('can be left', async () => {
    const server = start({});
    await server.said(/\/setup\?token=/);
    expect(server.output()).toContain('No public address is set');
    expect(server.output()).toContain('Hiyari の認証情報がまだありません');
    expect(await server.stop()).toBe(0);
    expect(existsSync(join(folder.path, '.env'))).toBe(false);
    expect(existsSync(join(folder.path, 'data'))).toBe(false);
  });
});
