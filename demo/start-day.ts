import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ComposedApp, composeApp } from '../src/compose-app.ts';
import type { Clock } from '../src/ports/clock.ts';
import type { Log } from '../src/ports/log.ts';
import { routeApp } from '../src/route-app.ts';
import { sweepAll } from '../src/usecases/sweep-all.ts';
import { listen } from '../src/web/listen.ts';
import { type FakeGitHub, startFakeGitHub } from '../test/support/fake-github/start-fake-github.ts';
import { FILES } from './scenes.ts';

const SECRET = 'the secret of the demonstration alone';
const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export interface Day {
  readonly github: FakeGitHub;
  readonly app: ComposedApp;
  readonly url: string;
  /** Every delivery is answered and every job done. */
  readonly settled: () => Promise<void>;
  /** Moves the day on to the present, and further by so many milliseconds; the App does what has become due. */
  readonly pass: (ms: number) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** The real App on SQLite, with real HTTP and signatures, beside a stand-in for GitHub, both on free loopback ports. */
export async function startDay(real: Clock): Promise<Day> {
  let ahead = 0;
  const clock = { now: () => real.now() + ahead };
  const day = dayClock(clock);
  const github = await startFakeGitHub({ seed: 2026, clock: day });
  const folder = await mkdtemp(join(tmpdir(), 'hiyari-demo-'));
  const { id: appId, privateKey } = github.app;
  const credentials = { appId, privateKey, webhookSecrets: [SECRET] } as const;
  const settings = {
    credentials,
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    githubUrl: github.url,
    githubApiUrl: github.url,
    databasePath: join(folder, 'hiyari.db'),
    logLevel: 'silent',
    metricsToken: null,
    backfill: { share: 0.5, days: 365 },
  } as const;
  const app = await composeApp({ settings, credentials, clock, log: silent });
  const routes = routeApp({ app, credentials, metricsToken: null });
  const listener = await listen({ host: settings.host, port: 0, routes, log: silent });
  app.start();
  const url = `http://127.0.0.1:${listener.port}`;
  github.webhooks.connect({ url: `${url}/api/github/webhooks`, secret: SECRET, concurrency: 1 });
  for (const [name, files] of Object.entries(FILES)) {
    const repository = github.repository(name);
    for (const [path, text] of Object.entries(files)) repository.writeFile(path, text);
  }

  async function settled(): Promise<void> {
    let quiet = 0;
    while (quiet < 2) {
      await github.webhooks.settled();
      const { waiting, running } = await app.queue.counts();
      quiet = waiting + running === 0 ? quiet + 1 : 0;
      await pause(5);
    }
  }

  await settled();
  return {
    github,
    app,
    url,
    settled,
    pass: async (ms) => {
      ahead += ms;
      day.catchUp();
      await sweepAll(app, 'hourly');
      await settled();
    },
    end: async () => {
      github.webhooks.disconnect();
      await listener.close();
      await app.stop();
      await github.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A day goes by in seconds: GitHub's clock moves on whenever somebody looks at it, and stays behind the real one. */
function dayClock({ now }: Clock): Clock & { readonly catchUp: () => void } {
  let time = now() - 20 * 60 * 60 * 1000;
  return {
    now: () => {
      time = Math.min(time + 4_000, now());
      return time;
    },
    catchUp: () => {
      time = now();
    },
  };
}
