import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliError, type ExitCode } from './cli/cli-error.ts';
import type { AnalysisParts } from './cli/commands/analyze.ts';
import type { BackfillParts } from './cli/commands/backfill.ts';
import type { InboxParts } from './cli/commands/inbox.ts';
import type { ImportParts } from './cli/commands/import.ts';
import type { IntakeParts } from './cli/commands/intake.ts';
import type { RebuildParts } from './cli/commands/rebuild.ts';
import type { ReportParts } from './cli/commands/report.ts';
import { createTerminal } from './cli/create-terminal.ts';
import { mainCommand } from './cli/main-command.ts';
import { pickLocale } from './cli/pick-locale.ts';
import { runCli } from './cli/run-cli.ts';
import { type CliTexts, cliTexts } from './cli/texts/cli-texts.ts';
import { intakeTexts } from './cli/texts/intake-texts.ts';
import type { Clock } from './ports/clock.ts';
import { type Environment, loadEnvironment, readSettings, type Settings } from './settings.ts';
import type { SimulateDeps } from './usecases/simulate.ts';

const clock: Clock = { now: Date.now };
const NO_FILE = '';

/**
 * `hiyari …`: the root of the command line. Everything that a command needs is loaded when it runs, so that `--help`
 * does not wait for a database driver. Gives the exit code; the process ends by itself when all is written.
 */
export async function runHiyari(rawArgs: readonly string[]): Promise<ExitCode> {
  // Not the `.env` of this folder: it may be the checkout of a stranger, and could send the token anywhere.
  const environment = loadEnvironment(NO_FILE);
  tolerateClosedPipes();
  const locale = pickLocale(rawArgs, environment);
  const terminal = createTerminal(process, environment, locale);
  const { error } = cliTexts(locale);
  const debug = Boolean(environment.HIYARI_DEBUG);
  // Whatever a person should know of is in the answer; the log is for those who look for a defect.
  const openLog = async () =>
    (await import('./log/create-log.ts')).createLog({
      level: debug ? 'debug' : 'silent',
      to: { write: terminal.err },
    });

  async function openGitHub() {
    const token = environment.GITHUB_TOKEN || environment.GH_TOKEN;
    if (!token) throw new CliError(error.noToken);
    const { githubApiUrl } = settingsOf(environment, ['GITHUB_URL', 'GITHUB_API_URL'], error);
    const { createGitHubWithToken } = await import('./github/create-github-with-token.ts');
    return createGitHubWithToken({ token, baseUrl: githubApiUrl, clock, log: await openLog() });
  }

  async function openSimulation(): Promise<SimulateDeps> {
    return { github: await openGitHub(), clock };
  }

  async function openBackfill(path: string | undefined): Promise<BackfillParts> {
    const github = await openGitHub();
    const file = path ?? settingsOf(loadEnvironment(), ['DATABASE_URL'], error).databasePath;
    const { openSqlite } = await import('./open-database.ts');
    const { createContextMemo } = await import('./usecases/base-context.ts');
    // Beside a server that works on the file; where there is none yet, it is made.
    const role = terminal.exists(file) ? 'command' : 'worker';
    const { store } = await openSqlite({ path: file, role, clock, log: await openLog() });
    return { github, store, clock, contexts: createContextMemo(), sleep, close: store.close };
  }

  async function openDatabase(path: string | undefined, role: 'reader' | 'command') {
    // What the server in this folder would open: its `.env` counts here.
    const file = path ?? settingsOf(loadEnvironment(), ['DATABASE_URL'], error).databasePath;
    if (!terminal.exists(file)) throw new CliError(error.noDatabase(file));
    const { openSqlite } = await import('./open-database.ts');
    return openSqlite({ path: file, role, clock, log: await openLog() });
  }

  async function openInbox(path: string | undefined, role: 'reader' | 'command'): Promise<InboxParts> {
    const { inbox, queue, store } = await openDatabase(path, role);
    return { inbox, queue, close: store.close };
  }

  async function openAnalysis(repository: string): Promise<AnalysisParts> {
    const { createHistory } = await import('./git/create-history.ts');
    return {
      history: createHistory(repository),
      clock,
      write: (path, text) => writeFile(path, text),
      onInterrupt(stop) {
        // A second Ctrl-C ends the process as ever.
        process.once('SIGINT', stop);
        return () => void process.removeListener('SIGINT', stop);
      },
    };
  }

  async function openImport(path: string | undefined, role: 'reader' | 'command'): Promise<ImportParts> {
    const { store } = await openDatabase(path, role);
    return { store, clock, close: store.close };
  }

  async function openIntake(path: string | undefined, role: 'reader' | 'command'): Promise<IntakeParts> {
    const names = ['PUBLIC_URL', 'APP_ID', 'PRIVATE_KEY', 'PRIVATE_KEY_PATH', 'WEBHOOK_SECRET', 'NODE_ENV'];
    const { publicUrl, credentials } = settingsOf(loadEnvironment(), names, error);
    const { createSeal } = await import('./usecases/intake-seal.ts');
    const { store } = await openDatabase(path, role);
    const seal = () => {
      if (credentials === null) throw new CliError(intakeTexts(locale).noKey);
      return createSeal(credentials.privateKey);
    };
    return { store, clock, publicUrl, seal, close: store.close };
  }

  async function openRebuild(path: string | undefined): Promise<RebuildParts> {
    const { store } = await openDatabase(path, 'command');
    return { store, close: store.close };
  }

  async function openReport(path: string | undefined): Promise<ReportParts> {
    const { githubUrl } = settingsOf(environment, ['GITHUB_URL'], error);
    // What has changed since it was counted is counted first.
    const { store } = await openDatabase(path, 'command');
    return {
      store,
      clock,
      webUrl: githubUrl,
      write: async (file, text) => {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      },
      close: store.close,
    };
  }

  const main = mainCommand(terminal, {
    openSimulation,
    openInbox,
    openAnalysis,
    openImport,
    openIntake,
    openBackfill,
    openReport,
    openRebuild,
  });
  return runCli(terminal, { main, version: readVersion(), debug }, rawArgs);
}

/** Only the variables that the command looks at: those of the server are none of its business. */
function settingsOf(environment: Environment, names: readonly string[], error: CliTexts['error']): Settings {
  const read = readSettings(Object.fromEntries(names.map((name) => [name, environment[name]])));
  if ('settings' in read) return read.settings;
  throw new CliError(error.badSetting(read.problems.join('; ')));
}

/** `hiyari … | head` closes the pipe before everything is written, and that is no trouble. */
function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

function readVersion(): string {
  // By its name: the compiled file lies deeper than the source does.
  const { version } = createRequire(import.meta.url)('hiyari/package.json') as { readonly version: string };
  return version;
}
