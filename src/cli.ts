import { createRequire } from 'node:module';
import { type ArgsDef, type CommandDef, defineCommand } from 'citty';
import { CliError, type ExitCode } from './cli/cli-error.ts';
import type { InboxParts } from './cli/commands/inbox.ts';
import { createTerminal } from './cli/create-terminal.ts';
import { pickLocale } from './cli/pick-locale.ts';
import { runCli } from './cli/run-cli.ts';
import type { Terminal } from './cli/terminal.ts';
import { cliTexts } from './cli/texts/cli-texts.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
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
  const terminal = createTerminal(process, environment, pickLocale(rawArgs, environment));
  const debug = (environment.HIYARI_DEBUG ?? '') !== '';
  return runCli(terminal, { main: mainCommand(terminal, environment), version: readVersion(), debug }, rawArgs);
}

function mainCommand(terminal: Terminal, environment: Environment): CommandDef {
  const texts = cliTexts(terminal.locale);
  const args: ArgsDef = { version: { type: 'boolean', description: texts.option.version } };
  return defineCommand({
    meta: { name: 'hiyari', description: texts.about },
    args,
    subCommands: {
      check: async () => (await import('./cli/commands/check.ts')).checkCommand(terminal),
      validate: async () => (await import('./cli/commands/validate.ts')).validateCommand(terminal),
      explain: async () => (await import('./cli/commands/explain.ts')).explainCommand(terminal),
      simulate: async () =>
        (await import('./cli/commands/simulate.ts')).simulateCommand(terminal, () => openGitHub(terminal, environment)),
      inbox: async () =>
        (await import('./cli/commands/inbox.ts')).inboxCommand(terminal, (path, role) =>
          openInbox(terminal, path, role),
        ),
    },
  });
}

async function openGitHub(terminal: Terminal, environment: Environment): Promise<SimulateDeps> {
  const texts = cliTexts(terminal.locale);
  const token = environment.GITHUB_TOKEN || environment.GH_TOKEN;
  if (!token) throw new CliError(texts.error.noToken);
  const { githubApiUrl } = settingsOf(terminal, environment, ['GITHUB_URL', 'GITHUB_API_URL']);
  const { createGitHubWithToken } = await import('./github/create-github-with-token.ts');
  return {
    github: createGitHubWithToken({ token, baseUrl: githubApiUrl, clock, log: await openLog(terminal) }),
    clock,
  };
}

async function openInbox(
  terminal: Terminal,
  path: string | undefined,
  role: 'reader' | 'command',
): Promise<InboxParts> {
  const { error } = cliTexts(terminal.locale);
  // What the server in this folder would open: its `.env` counts here.
  const file = path ?? settingsOf(terminal, loadEnvironment(), ['DATABASE_URL']).databasePath;
  if (!terminal.exists(file)) throw new CliError(error.noDatabase(file));
  const { openSqlite } = await import('./open-database.ts');
  const { inbox, queue, store } = await openSqlite({ path: file, role, clock, log: await openLog(terminal) });
  return { inbox, queue, close: store.close };
}

/** Only the variables that the command looks at: those of the server are none of its business. */
function settingsOf(terminal: Terminal, environment: Environment, names: readonly string[]): Settings {
  const read = readSettings(Object.fromEntries(names.map((name) => [name, environment[name]])));
  if ('settings' in read) return read.settings;
  throw new CliError(cliTexts(terminal.locale).error.badSetting(read.problems.join('; ')));
}

/** On standard error, and only what a person should look at. */
async function openLog({ err }: Terminal): Promise<Log> {
  const { createLog } = await import('./log/create-log.ts');
  return createLog({ level: 'warn', to: { write: err } });
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
