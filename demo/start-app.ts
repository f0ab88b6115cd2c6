import { type ComposedApp, composeApp } from '../src/compose-app.ts';
import type { Clock } from '../src/ports/clock.ts';
import type { Log } from '../src/ports/log.ts';
import { routeApp } from '../src/route-app.ts';
import { listen } from '../src/web/listen.ts';
import type { FakeGitHub } from '../test/support/fake-github/start-fake-github.ts';

const SECRET = 'the secret of the demonstration alone';
const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export interface StartedApp {
  readonly app: ComposedApp;
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The real App on a file of SQLite, with real HTTP and signatures, on a free loopback port. */
export async function startApp(github: FakeGitHub, databasePath: string, clock: Clock): Promise<StartedApp> {
  const { id: appId, privateKey } = github.app;
  const credentials = { appId, privateKey, webhookSecrets: [SECRET] } as const;
  const settings = {
    credentials,
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    githubUrl: github.url,
    githubApiUrl: github.url,
    databasePath,
    logLevel: 'silent',
    metricsToken: null,
    backfill: { share: 0.5, days: 365 },
  } as const;
  const app = await composeApp({ settings, credentials, clock, log: silent });
  const routes = routeApp({ app, credentials, metricsToken: null });
  const listener = await listen({ host: settings.host, port: 0, routes, log: silent });
  await app.start();
  const url = `http://127.0.0.1:${listener.port}`;
  github.webhooks.connect({ url: `${url}/api/github/webhooks`, secret: SECRET, concurrency: 1 });
  return {
    app,
    url,
    stop: async () => {
      github.webhooks.disconnect();
      await listener.close();
      await app.stop();
    },
  };
}
