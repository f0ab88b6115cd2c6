import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { openSqlite } from '../../src/open-database.ts';
import type { Delivery } from './fake-github/webhooks/delivery.ts';
import type { FakeGitHub } from './fake-github/start-fake-github.ts';
import { recordingLog } from './recording-log.ts';
import { type RunningServer, runServer } from './run-server.ts';

const SECRET = 'a secret of sixteen or more characters';

export interface MortalServer {
  /** Sends in order, and kills the process so often on the way, at moments that `random` (in [0, 1)) chooses. */
  readonly deliver: (deliveries: readonly Delivery[], kills: number, random: () => number) => Promise<void>;
  /** Kills the process and starts the next on its file. */
  readonly kill: () => Promise<void>;
  /** Waits, from outside, until every job that is due is done; a dead one is a failure at once. */
  readonly drained: () => Promise<void>;
  /** Asks it to end. */
  readonly stop: () => Promise<void>;
}

/** The built server on a database in `folder`, beside the stand-in, whose events it is sent. */
export async function runMortalServer(github: FakeGitHub, folder: string): Promise<MortalServer> {
  const port = await freePort();
  const environment = {
    APP_ID: String(github.app.id),
    PRIVATE_KEY: github.app.privateKey,
    WEBHOOK_SECRET: SECRET,
    GITHUB_URL: github.url,
    GITHUB_API_URL: github.url,
    PORT: String(port),
  };
  const start = async (): Promise<RunningServer> => {
    const started = runServer(folder, environment);
    await started.said(/Hiyari is listening/);
    return started;
  };
  github.webhooks.connect({ url: `http://127.0.0.1:${port}/api/github/webhooks`, secret: SECRET });
  let server = await start();

  async function kill(): Promise<void> {
    await server.stop('SIGKILL');
    server = await start();
  }

  return {
    kill,
    deliver: async (deliveries, kills, random) => {
      let killed = 0;
      for (const [index, delivery] of deliveries.entries()) {
        while (killed < kills && index >= ((killed + random()) * deliveries.length) / kills) {
          // At any moment of the work: while a delivery is being stored, a job runs, an answer is on its way.
          await pause(random() * 40);
          await kill();
          killed += 1;
        }
        // What was not answered with 2xx is sent again, as an operator or the App itself would ask GitHub to.
        while ((await github.webhooks.send(delivery)).statusCode >= 300) await pause(20);
      }
    },
    drained: () => drained(join(folder, 'data/hiyari.db')),
    stop: async () => {
      expect(await server.stop()).toBe(0);
    },
  };
}

async function drained(path: string): Promise<void> {
  const log = recordingLog();
  const { queue, store } = await openSqlite({ path, role: 'reader', clock: { now: Date.now }, log });
  for (;;) {
    const { waiting, running, dead } = await queue.counts();
    expect(dead).toBe(0);
    if (waiting + running === 0) break;
    await pause(100);
  }
  await store.close();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
