import { once } from 'node:events';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { Webhooks } from '@octokit/webhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, Inbox } from '../../src/ports/inbox.ts';
import type { NewJob } from '../../src/ports/queue.ts';
import { createVerifySignature } from '../../src/webhooks/verify-signature.ts';
import { createWebhookHandler, WEBHOOK_PATH, type WebhookOutcome } from '../../src/webhooks/create-webhook-handler.ts';
import { MAX_BODY_BYTES } from '../../src/payload/read-body.ts';
import { pullRequestEvent } from './support/payloads.ts';

const SECRET = 'a secret of twenty chars';
const PREVIOUS = 'the secret before that one';

let server: Server;
let base: string;
let stored: { delivery: Delivery; jobs: readonly NewJob[] }[];
let counted: WebhookOutcome[];
let logged: { level: string; data: Readonly<Record<string, unknown>>; message: string }[];
let accept: Inbox['accept'];

beforeEach(async () => {
  stored = [];
  counted = [];
  logged = [];
  accept = async (delivery, jobs) => {
    if (stored.some((entry) => entry.delivery.id === delivery.id)) return 'duplicate';
    stored.push({ delivery, jobs });
    return jobs.length === 0 ? 'ignored' : 'accepted';
  };
  const line = (level: string) => (data: Readonly<Record<string, unknown>>, message: string) =>
    void logged.push({ level, data, message });
  const handler = createWebhookHandler({
    inbox: { accept: (...delivery) => accept(...delivery) },
    clock: { now: () => 1_000 },
    log: { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') },
    verify: createVerifySignature([SECRET, PREVIOUS]),
    count: (outcome) => void counted.push(outcome),
  });
  server = createServer((request, response) => void handler(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${WEBHOOK_PATH}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

async function send(body: string, over: Readonly<Record<string, string | null>> = {}, secret = SECRET) {
  const headers: Record<string, string | null> = {
    'content-type': 'application/json',
    'x-github-event': 'pull_request',
    'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
    'x-hub-signature-256': body === '' ? 'sha256=00' : await new Webhooks({ secret }).sign(body),
    ...over,
  };
  const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null);
  const response = await fetch(base, { method: 'POST', body, headers: Object.fromEntries(given) });
  return { status: response.status, message: ((await response.json()) as { message: string }).message };
}

const payload = JSON.stringify(pullRequestEvent());

describe('a signed delivery', () => {
  it('is stored with its job and answered 202', async () => {
    expect(await send(payload)).toEqual({ status: 202, message: 'accepted' });
    expect(stored[0]?.delivery).toMatchObject({ event: 'pull_request', action: 'opened', receivedAt: 1_000 });
    expect(stored[0]?.jobs.map(({ kind }) => kind)).toEqual(['check-pull-request']);
    expect(counted).toEqual(['accepted']);
  });

  it('is stored once', async () => {
    await send(payload);
    expect(await send(payload)).toEqual({ status: 202, message: 'duplicate' });
    expect(counted).toEqual(['accepted', 'duplicate']);
  });

  it('may be signed with the secret before', async () => {
    expect((await send(payload, {}, PREVIOUS)).status).toBe(202);
  });

  it('of an event that nobody listens to is stored as ignored', async () => {
    expect(await send('{"zen":"Speak like a human."}', { 'x-github-event': 'ping' })).toEqual({
      status: 202,
      message: 'ignored',
    });
    expect(stored[0]).toMatchObject({ delivery: { event: 'ping' }, jobs: [] });
    expect(counted).toEqual(['ignored']);
  });

  it('without what we need is stored as ignored, and logged with why', async () => {
    expect((await send('{"action":"opened"}')).message).toBe('ignored');
    expect(logged).toContainEqual(expect.objectContaining({ level: 'warn', message: 'delivery ignored' }));
  });

  it('in any script is verified over its bytes', async () => {
    const japanese = JSON.stringify(pullRequestEvent({}, { body: '## 技術的な影響\n🚀' }));
    expect((await send(japanese)).status).toBe(202);
  });

  it('that cannot be stored is answered 503, so that GitHub keeps it', async () => {
    accept = async () => {
      throw new Error('disk full');
    };
    expect((await send(payload)).status).toBe(503);
    expect(counted).toEqual(['failed']);
  });
});

describe('what is refused, and stores nothing', () => {
  it.each([
    ['no signature', payload, { 'x-hub-signature-256': null }, 401, 'X-Hub-Signature-256 is missing'],
    [
      'an old kind of signature',
      payload,
      { 'x-hub-signature-256': null, 'x-hub-signature': 'sha1=00' },
      401,
      'missing',
    ],
    ['a wrong signature', payload, { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }, 401, 'does not fit'],
    ['a short signature', payload, { 'x-hub-signature-256': 'sha256=0' }, 401, 'does not fit'],
    ['an empty body', '', {}, 401, 'does not fit'],
    ['no event', payload, { 'x-github-event': null }, 400, 'X-GitHub-Event'],
    ['an odd event', payload, { 'x-github-event': '../x' }, 400, 'X-GitHub-Event'],
    ['no delivery id', payload, { 'x-github-delivery': null }, 400, 'X-GitHub-Delivery'],
    ['an endless delivery id', payload, { 'x-github-delivery': 'a'.repeat(101) }, 400, 'X-GitHub-Delivery'],
    ['a form', 'payload=%7B%7D', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'application/json'],
    ['a compressed body', payload, { 'content-encoding': 'gzip' }, 415, 'compressed'],
    ['a body that is no JSON', '{"action":', {}, 400, 'JSON object'],
    ['a body that is no object', '[1]', {}, 400, 'JSON object'],
  ])('%s', async (_name, body, headers, status, message) => {
    const answer = await send(body, headers);
    expect(answer.status).toBe(status);
    expect(answer.message).toContain(message);
    expect(stored).toEqual([]);
    expect(counted).toEqual(['refused']);
  });

  it('a signature with another secret', async () => {
    expect((await send(payload, {}, 'some other secret')).status).toBe(401);
  });

  it('malformed JSON is logged by its delivery id, without its text', async () => {
    await send('{"password": hunter2');
    const [line] = logged.filter(({ level }) => level === 'warn');
    expect(line?.data.deliveryId).toBe('72d3162e-cc78-11e3-81ab-4c9367dc0958');
    expect(JSON.stringify(line)).not.toContain('hunter2');
  });

  it('a GET', async () => {
    const response = await fetch(base);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  const tooMuch = MAX_BODY_BYTES + 1;
  const headers = {
    'content-type': 'application/json',
    'x-github-event': 'push',
    'x-github-delivery': 'd-1',
    'x-hub-signature-256': 'sha256=00',
  };

  it('more than 25 MB, by what the header announces', async () => {
    const request = httpRequest(base, { method: 'POST', headers: { ...headers, 'content-length': tooMuch } });
    request.on('error', () => {});
    request.flushHeaders();
    const [response] = await once(request, 'response');
    expect(response.statusCode).toBe(413);
    expect(response.headers.connection).toBe('close');
    request.destroy();
  });

  it('more than 25 MB, by counting', async () => {
    const request = httpRequest(base, { method: 'POST', headers });
    request.on('error', () => {});
    const answered = once(request, 'response');
    const chunk = Buffer.alloc(1024 * 1024, 32);
    for (let sent = 0; sent < tooMuch; sent += chunk.length) request.write(chunk);
    const [response] = await answered;
    expect(response.statusCode).toBe(413);
    request.destroy();
  });

  it('an upload that breaks off', async () => {
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    const head = Object.entries({ ...headers, host: 'x', 'content-length': '1000' }).map(
      ([key, value]) => `${key}: ${value}`,
    );
    socket.write(`POST ${WEBHOOK_PATH} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n{"a":`);
    await once(server, 'request');
    socket.destroy();
    await expect.poll(() => counted).toEqual(['refused']);
    expect(stored).toEqual([]);
  });
});
