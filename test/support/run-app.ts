import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BackfillPolicy, DEFAULT_BACKFILL_POLICY } from '../../src/domain/exposure/backfill-pace.ts';
import { createGitHubApp } from '../../src/github/create-github-app.ts';
import { openSqlite } from '../../src/open-database.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { QueueSettings } from '../../src/queue/queue-settings.ts';
import { createContextMemo } from '../../src/usecases/base-context.ts';
import type { AppDeps } from '../../src/usecases/deps.ts';
import { createJobHandler } from '../../src/usecases/handle-job.ts';
import { createWebhookHandler } from '../../src/webhooks/create-webhook-handler.ts';
import { createVerifySignature } from '../../src/webhooks/verify-signature.ts';
import type { FakeGitHub } from './fake-github/start-fake-github.ts';

export const WEBHOOK_SECRET = 'a secret of sixteen or more characters';

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export interface RunningApp {
  readonly url: string;
  readonly deps: AppDeps;
  readonly parts: Awaited<ReturnType<typeof openSqlite>>;
  /** Every delivery is answered and every job that is due is done. */
  readonly settled: () => Promise<void>;
  /** The same, and nothing waits for a retry either. */
  readonly converged: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface RunAppOptions {
  readonly clock?: Clock;
  readonly log?: Log;
  /** Keeps the file between runs; a folder of its own when absent. */
  readonly databasePath?: string;
  readonly queue?: Partial<QueueSettings>;
  readonly backfill?: Partial<BackfillPolicy>;
  /** How long one call to GitHub may take. */
  readonly timeoutMs?: number;
  /** How the adapter waits between writes after a secondary limit. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** The App from its real parts (HTTP, signatures, SQLite, queue, Octokit) beside the stand-in for GitHub. */
export async function runApp(github: FakeGitHub, options: RunAppOptions = {}): Promise<RunningApp> {
  const clock = options.clock ?? { now: Date.now };
  const log = options.log ?? silent;
  const folder = options.databasePath === undefined ? await mkdtemp(join(tmpdir(), 'hiyari-')) : null;
  const path = options.databasePath ?? join(folder ?? '', 'hiyari.db');
  const parts = await openSqlite({ path, role: 'worker', clock, log, queue: { concurrency: 4, ...options.queue } });
  const app = createGitHubApp({
    settings: { appId: github.app.id, privateKey: github.app.privateKey, baseUrl: github.url },
    clock,
    log,
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    ...(options.sleep === undefined ? {} : { sleep: options.sleep }),
  });
  const backfill = { ...DEFAULT_BACKFILL_POLICY, ...options.backfill };
  const deps: AppDeps = {
    app,
    store: parts.store,
    clock,
    log,
    contexts: createContextMemo(),
    backfill,
    webUrl: 'https://github.com',
  };
  const worker = parts.queue.work(createJobHandler(deps));
  const handle = createWebhookHandler({
    inbox: parts.inbox,
    clock,
    log,
    verify: createVerifySignature([WEBHOOK_SECRET]),
    count: () => {},
  });
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  github.webhooks.connect({ url: `${url}/api/github/webhooks`, secret: WEBHOOK_SECRET });

  async function settled(): Promise<void> {
    let before = -1;
    // A job's own writes come back as webhooks, which may bring new jobs.
    while (before !== github.webhooks.sent.length) {
      before = github.webhooks.sent.length;
      await github.webhooks.settled();
      await worker.idle();
    }
  }

  async function converged(): Promise<void> {
    for (;;) {
      await settled();
      const { waiting, running } = await parts.queue.counts();
      if (waiting + running === 0) return;
      await pause(5);
    }
  }

  return {
    url,
    deps,
    parts,
    settled,
    converged,
    stop: async () => {
      github.webhooks.disconnect();
      await new Promise((resolve) => server.close(resolve));
      await worker.stop();
      await parts.store.close();
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}
