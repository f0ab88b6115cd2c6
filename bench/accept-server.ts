import { generateKeyPairSync } from 'node:crypto';
import { listen } from '../src/web/listen.ts';
import { createVerifySignature } from '../src/webhooks/verify-signature.ts';
import { createWebhookHandler, WEBHOOK_PATH } from '../src/webhooks/create-webhook-handler.ts';

/**
 * One of the two servers that `accept.ts` compares, in a process of its own: `hiyari FILE` stores durably,
 * `probot` verifies, parses and does nothing.
 */
const [kind, secret = '', path = ''] = process.argv.slice(2);

async function hiyari(): Promise<number> {
  const { openSqlite } = await import('../src/open-database.ts');
  const clock = { now: Date.now };
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const { inbox } = await openSqlite({ path, role: 'worker', clock, log });
  const handler = createWebhookHandler({ inbox, clock, log, verify: createVerifySignature([secret]), count: () => {} });
  const { port } = await listen({ host: '127.0.0.1', port: 0, routes: { [WEBHOOK_PATH]: handler }, log });
  return port;
}

/** As Probot serves itself: its own server, silent, around an App with one handler that does nothing. */
async function probot(): Promise<number> {
  const { Probot, Server } = await import('probot');
  const { pino } = await import('pino');
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const port = await freePort();
  const Bare = Probot.defaults({ appId: 1, privateKey, secret });
  const server = new Server({ Probot: Bare, host: '127.0.0.1', port, log: pino({ level: 'silent' }) });
  await server.load((app) => app.onAny(() => {}));
  await server.start();
  return port;
}

/** Probot takes port 0 for none. */
async function freePort(): Promise<number> {
  const { port, close } = await listen({
    host: '127.0.0.1',
    port: 0,
    routes: {},
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
  await close();
  return port;
}

process.send?.(kind === 'hiyari' ? await hiyari() : await probot());
process.once('disconnect', () => process.exit(0));
