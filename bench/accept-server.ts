import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createVerifySignature } from '../src/webhooks/verify-signature.ts';
import { createWebhookHandler, WEBHOOK_PATH } from '../src/webhooks/create-webhook-handler.ts';

/**
 * One of the two servers that `accept.ts` compares, in a process of its own: `hiyari FILE` stores durably,
 * `probot` verifies, parses and does nothing.
 */
const [kind, secret = '', path = ''] = process.argv.slice(2);

async function hiyari(): Promise<RequestListener> {
  const { openSqlite } = await import('../src/open-database.ts');
  const clock = { now: Date.now };
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const { inbox } = await openSqlite({ path, role: 'worker', clock, log });
  const handler = createWebhookHandler({ inbox, clock, log, verify: createVerifySignature([secret]), count: () => {} });
  return (request, response) => void handler(request, response);
}

async function probot(): Promise<RequestListener> {
  const { Probot } = await import('probot');
  const app = new Probot({ githubToken: 'none', secret, logLevel: 'fatal' });
  await app.load((loaded) => loaded.onAny(() => {}));
  return app.getNodeMiddleware({ path: WEBHOOK_PATH });
}

const server = createServer(kind === 'hiyari' ? await hiyari() : await probot());
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit(0));
