import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WEBHOOK_PATH } from '../src/webhooks/create-webhook-handler.ts';

/** What `publish.ts` tells one of the two servers that it compares, each in a process of its own. */
export interface ServerOrder {
  readonly kind: 'hiyari' | 'probot';
  readonly secret: string;
  readonly databasePath: string;
  readonly github: { readonly url: string; readonly appId: number; readonly privateKey: string };
}

async function hiyari({ secret, databasePath, github }: ServerOrder): Promise<RequestListener> {
  const [{ composeApp }, { routeApp }, { readSettings }] = await Promise.all([
    import('../src/compose-app.ts'),
    import('../src/route-app.ts'),
    import('../src/settings.ts'),
  ]);
  const read = readSettings({
    APP_ID: `${github.appId}`,
    PRIVATE_KEY: github.privateKey,
    WEBHOOK_SECRET: secret,
    GITHUB_API_URL: github.url,
    DATABASE_URL: `sqlite:${databasePath}`,
  });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const { settings } = read;
  const { credentials } = settings;
  if (credentials === null) throw new Error('the App has no credentials');
  const log = { debug: () => {}, info: () => {}, warn: console.error, error: console.error };
  const app = await composeApp({ settings, credentials, clock: { now: Date.now }, log });
  const handle = routeApp({ app, credentials, metricsToken: null })[WEBHOOK_PATH];
  if (handle === undefined) throw new Error('the App has no door for webhooks');
  void app.start();
  return (request, response) => void handle(request, response, new URL(request.url ?? '/', 'http://localhost'));
}

/** The plain thing, as Probot's documents teach it: list the files, look at them, create the check. */
async function probot({ secret, github }: ServerOrder): Promise<RequestListener> {
  const { Probot } = await import('probot');
  const { appId, privateKey, url: baseUrl } = github;
  const app = new Probot({ appId, privateKey, secret, baseUrl, logLevel: 'error' });
  await app.load((loaded) => {
    loaded.on('pull_request.opened', async (context) => {
      const { octokit, payload } = context;
      const files = await octokit.paginate(octokit.rest.pulls.listFiles, context.pullRequest({ per_page: 100 }));
      const risky = files.filter(({ filename }) => filename.startsWith('db/migrate/'));
      await octokit.rest.checks.create(
        context.repo({
          name: 'Bare check',
          head_sha: payload.pull_request.head.sha,
          status: 'completed',
          conclusion: risky.length === 0 ? 'success' : 'failure',
          output: { title: `${files.length} files`, summary: `${risky.length} of them are risky` },
        }),
      );
    });
  });
  return app.getNodeMiddleware({ path: WEBHOOK_PATH });
}

process.once('message', async (order: ServerOrder) => {
  const server = createServer(order.kind === 'hiyari' ? await hiyari(order) : await probot(order));
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
process.once('disconnect', () => process.exit(0));
