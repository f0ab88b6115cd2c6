import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAppAuth } from '@octokit/auth-app';
import { Webhooks } from '@octokit/webhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addLabels } from '../acts/change-labels.ts';
import { type FakeGitHub, startFakeGitHub } from '../start-fake-github.ts';

interface Received {
  readonly guid: string;
  readonly event: string;
  readonly signature: string;
  readonly text: string;
}

let github: FakeGitHub;
let app: Server;
let received: Received[];
let status: number;

beforeEach(async () => {
  received = [];
  status = 202;
  app = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const header = (name: string) => String(request.headers[name] ?? '');
      received.push({
        guid: header('x-github-delivery'),
        event: header('x-github-event'),
        signature: header('x-hub-signature-256'),
        text: Buffer.concat(chunks).toString('utf8'),
      });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  github = await startFakeGitHub({ seed: 11 });
});

afterEach(async () => {
  await github.close();
  await new Promise((resolve) => app.close(resolve));
});

function connect(): void {
  const { port } = app.address() as AddressInfo;
  github.webhooks.connect({ url: `http://127.0.0.1:${port}/`, secret: 's3cret' });
}

const events = () => received.map(({ event, text }) => `${event}.${JSON.parse(text).action ?? ''}`);

async function json(response: Response) {
  return JSON.parse(await response.text());
}

describe('deliveries', () => {
  it('are signed, in order, with a GUID each', async () => {
    const repository = github.repository('acme/shop');
    connect();
    const { number } = repository.openPullRequest();
    repository.editBody(number, '日本語');
    repository.push(number, ['b']);
    await github.webhooks.settled();
    expect(events()).toEqual(['pull_request.opened', 'pull_request.edited', 'push.', 'pull_request.synchronize']);
    expect(new Set(received.map(({ guid }) => guid)).size).toBe(4);
    const webhooks = new Webhooks({ secret: 's3cret' });
    for (const { text, signature } of received) expect(await webhooks.verify(text, signature)).toBe(true);
  });

  it('tell nothing of repositories where the App is not installed, nor of forks', async () => {
    connect();
    github.repository('acme/elsewhere', { installed: false }).writeFile('a', 'x');
    const repository = github.repository('acme/shop');
    const { number } = repository.openPullRequest({ head: { fork: true } });
    repository.push(number, ['b']);
    await github.webhooks.settled();
    expect(events()).toEqual(['installation.created', 'pull_request.opened', 'pull_request.synchronize']);
  });

  it('echo what the App does itself, unless told not to', async () => {
    const issue = github.repository('acme/shop').openPullRequest();
    connect();
    addLabels(github.world, issue, ['risk: high'], github.app.bot);
    github.webhooks.echo(false);
    addLabels(github.world, issue, ['risk: low'], github.app.bot);
    await github.webhooks.settled();
    expect(events()).toEqual(['pull_request.labeled']);
    expect(JSON.parse(received[0]?.text ?? '').sender).toMatchObject({ id: github.app.bot.id, type: 'Bot' });
  });

  it('can be held back, reordered, doubled and lost', async () => {
    const repository = github.repository('acme/shop');
    connect();
    github.webhooks.hold();
    const { number } = repository.openPullRequest();
    repository.editBody(number, 'a');
    repository.editBody(number, 'b');
    const [opened, , edited] = github.webhooks.takeHeld();
    if (opened === undefined || edited === undefined) throw new Error('nothing was held back');
    for (const delivery of [edited, opened, edited]) await github.webhooks.send(delivery);
    expect(received.map(({ guid }) => guid)).toEqual([edited.guid, opened.guid, edited.guid]);
    repository.close(number);
    github.webhooks.release();
    await github.webhooks.settled();
    expect(events().at(-1)).toBe('pull_request.closed');
  });
});

describe('redelivery', () => {
  it('lists what failed, and sends the same GUID and text again', async () => {
    const repository = github.repository('acme/shop');
    connect();
    status = 500;
    repository.openPullRequest();
    await github.webhooks.settled();
    status = 202;
    const { token } = await createAppAuth({ appId: github.app.id, privateKey: github.app.privateKey })({ type: 'app' });
    const headers = { authorization: `bearer ${token}` };
    const list = async () => json(await fetch(`${github.url}/app/hook/deliveries`, { headers }));
    const [failed] = await list();
    expect(failed).toMatchObject({ event: 'pull_request', action: 'opened', status_code: 500, redelivery: false });
    const attempt = await fetch(`${github.url}/app/hook/deliveries/${failed.id}/attempts`, { method: 'POST', headers });
    expect(attempt.status).toBe(202);
    await github.webhooks.settled();
    expect(received[1]).toEqual(received[0]);
    expect((await list())[0]).toMatchObject({ guid: failed.guid, status_code: 202, redelivery: true });
    github.judge?.assertClean();
  });

  it('pages by cursor', async () => {
    const repository = github.repository('acme/shop');
    connect();
    for (let turn = 0; turn < 5; turn += 1) repository.openPullRequest();
    await github.webhooks.settled();
    const { token } = await createAppAuth({ appId: github.app.id, privateKey: github.app.privateKey })({ type: 'app' });
    const ids: number[] = [];
    let next: string | undefined = `${github.url}/app/hook/deliveries?per_page=2`;
    while (next !== undefined) {
      const response: Response = await fetch(next, { headers: { authorization: `bearer ${token}` } });
      for (const { id } of await json(response)) ids.push(id);
      next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    }
    expect(ids).toEqual(github.webhooks.sent.map(({ id }) => id).toReversed());
  });
});
