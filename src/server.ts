import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createLog } from './log/create-log.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import { type Credentials, loadEnvironment, readSettings, type Settings } from './settings.ts';
import { listen } from './web/listen.ts';

const USAGE = `Usage: hiyari-server [--tunnel URL]

Runs Hiyari as a GitHub App. Settings come from the environment and from .env; docs/deployment.md lists them.
Without credentials it serves the set-up on 127.0.0.1, which creates the App at GitHub.

  --tunnel URL   the address at which GitHub reaches this server, in place of PUBLIC_URL
  --help         this text
`;

const ENV_FILE = '.env';
const clock: Clock = { now: Date.now };

/** Resolves with the exit code when the server has stopped: 0 after a signal, 1 when it could not run, 2 for bad settings. */
export async function runServer(argv: readonly string[]): Promise<number> {
  const flags = readFlags(argv);
  if (typeof flags === 'string') return complain(`${flags}\n\n${USAGE}`, 2);
  if (flags.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const stop = createStop();
  try {
    for (;;) {
      const read = readSettings({ ...loadEnvironment(ENV_FILE), ...(flags.tunnel && { PUBLIC_URL: flags.tunnel }) });
      if ('problems' in read) return complain(`The settings are not right:\n- ${read.problems.join('\n- ')}`, 2);
      const { settings } = read;
      const log = createLog({ level: settings.logLevel });
      if (settings.credentials !== null) return await serveApp(settings, settings.credentials, log, stop);
      if ((await serveSetup(settings, log, stop)) === 'stopped') return 0;
    }
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error), 1);
  }
}

async function serveApp(settings: Settings, credentials: Credentials, log: Log, stop: Promise<void>): Promise<number> {
  // Loaded here, so that the set-up and wrong settings do not wait for a database driver.
  const [{ composeApp }, { routeApp }] = await Promise.all([import('./compose-app.ts'), import('./route-app.ts')]);
  const app = await composeApp({ settings, credentials, clock, log });
  const { host, port } = settings;
  const routes = routeApp({ app, credentials, metricsToken: settings.metricsToken });
  const listener = await listen({ host, port, routes, log }).catch(async (error: unknown) => {
    await app.stop();
    throw error;
  });
  void app.start();
  log.info(
    { host, port: listener.port, appId: credentials.appId, database: settings.databasePath },
    'Hiyari is listening',
  );
  await stop;
  log.info({}, 'stopping: no new deliveries, running jobs end');
  await Promise.all([listener.close(), app.stop()]);
  log.info({}, 'stopped');
  return 0;
}

async function serveSetup(settings: Settings, log: Log, stop: Promise<void>): Promise<'done' | 'stopped'> {
  const [{ createSetup }, { saveCredentials }, { convertManifest }, { WEBHOOK_PATH }, { healthz }] = await Promise.all([
    import('./web/setup/create-setup.ts'),
    import('./web/setup/save-credentials.ts'),
    import('./github/convert-manifest.ts'),
    import('./webhooks/create-webhook-handler.ts'),
    import('./web/health.ts'),
  ]);
  const { promise: done, resolve: onDone } = Promise.withResolvers<void>();
  const setup = createSetup({
    appYml: readFileSync(findUpwards('app.yml'), 'utf8'),
    githubUrl: settings.githubUrl,
    publicUrl: settings.publicUrl,
    webhookPath: WEBHOOK_PATH,
    convert: (code) => convertManifest({ baseUrl: settings.githubApiUrl, clock, log }, code),
    save: (credentials, publicUrl) => saveCredentials(ENV_FILE, credentials, publicUrl),
    onDone,
    log,
  });
  const routes = { ...setup.routes, '/healthz': healthz };
  const listener = await listen({ host: '127.0.0.1', port: settings.port, routes, log });
  process.stdout.write(invitation(`http://127.0.0.1:${listener.port}/setup?token=${setup.token}`, settings.publicUrl));
  const ended = await Promise.race([done.then(() => 'done' as const), stop.then(() => 'stopped' as const)]);
  await listener.close(1_000);
  return ended;
}

/** In both languages: nobody has said yet which one is wanted. */
function invitation(url: string, publicUrl: string | null): string {
  const known = publicUrl !== null;
  return `
Hiyari has no credentials yet. Open the address below on this machine to create the GitHub App.${
    known ? '' : '\nNo public address is set (PUBLIC_URL or --tunnel): the page will ask for one.'
  }
Already have an App? Set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET (see .env.example) and start again.

Hiyari の認証情報がまだありません。このマシンで次のアドレスを開き、GitHub App を作成してください。${
    known ? '' : '\n公開アドレス(PUBLIC_URL または --tunnel)が未設定のため、画面で入力を求めます。'
  }
App がすでにある場合は、APP_ID・PRIVATE_KEY・WEBHOOK_SECRET を設定し(.env.example を参照)、起動し直してください。

  ${url}

`;
}

/** The first signal lets work end; a second one does not wait. */
function createStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });
}

function readFlags(argv: readonly string[]): { readonly help: boolean; readonly tunnel: string | undefined } | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { help: { type: 'boolean', default: false }, tunnel: { type: 'string' } },
    });
    return { help: values.help, tunnel: values.tunnel };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Sources run from `src`, a build from `dist/src`: the package's own files are above either. */
function findUpwards(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const path = join(folder, name);
    if (existsSync(path)) return path;
    if (folder === dirname(folder)) throw new Error(`${name} is missing from the installation`);
  }
}

function complain(message: string, code: number): number {
  process.stderr.write(`${message.trimEnd()}\n`);
  return code;
}
