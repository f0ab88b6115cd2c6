import { defineCommand } from 'citty';
import { INTAKE_KINDS, type IntakeSource } from '../../domain/incident/intake-source.ts';
import { LOCALES } from '../../domain/locale.ts';
import type { Clock } from '../../ports/clock.ts';
import type { InstalledRepository, Store } from '../../ports/store.ts';
import { fullName } from '../../domain/pull-request/full-name.ts';
import type { Seal } from '../../usecases/intake-seal.ts';
import { addIntakeSource, type IntakeCredentials, rotateIntakeSource } from '../../usecases/intake-sources.ts';
import { CliError, type ExitCode, UsageError } from '../cli-error.ts';
import { type Arguments, readArguments, readChoice } from '../read-arguments.ts';
import { renderColumns } from '../render-columns.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { cliTexts } from '../texts/cli-texts.ts';
import { intakeTexts } from '../texts/intake-texts.ts';

export interface IntakeParts {
  readonly store: Pick<Store, 'intakeSources' | 'repositories'>;
  readonly clock: Clock;
  /** Throws `CliError` when the App's private key is not set: then no secret can be kept. */
  readonly seal: () => Seal;
  /** Where programs reach the server, without a slash at the end; `null`: nobody has said. */
  readonly publicUrl: string | null;
  readonly close: () => Promise<void>;
}
export type OpenIntake = (path: string | undefined, role: 'reader' | 'command') => Promise<IntakeParts>;

const SHORTEST_SECRET = 16;
const PATH = '/api/intake/';

/** `hiyari intake add|list|rotate|remove`. */
export function intakeCommand(terminal: Terminal, open: OpenIntake) {
  const texts = cliTexts(terminal.locale);
  const { about, command, option } = intakeTexts(terminal.locale);
  const shared = {
    database: { type: 'string', valueHint: 'F', description: texts.option.database },
    locale: { type: 'string', valueHint: 'en|ja', description: texts.option.locale },
    json: { type: 'boolean', description: texts.option.json },
  } as const;
  const secret = { type: 'string', valueHint: 'F|-', description: option.secretFrom } as const;
  const id = { type: 'positional', required: false, valueHint: 'ID', description: option.id } as const;
  const addArgs = {
    kind: { type: 'string', valueHint: INTAKE_KINDS.join('|'), description: option.kind },
    repo: { type: 'string', valueHint: 'OWNER/NAME', description: option.repo },
    'secret-from': secret,
    ...shared,
  } as const;
  const rotateArgs = {
    id,
    'secret-from': secret,
    address: { type: 'boolean', description: option.address },
    now: { type: 'boolean', description: option.now },
    ...shared,
  } as const;
  const removeArgs = { id, ...shared } as const;
  const { error } = texts;
  const add = defineCommand({
    meta: { name: 'add', description: command.add },
    args: addArgs,
    run: async ({ rawArgs }) => runAdd(terminal, open, readArguments(rawArgs, addArgs, error)),
  });
  const list = defineCommand({
    meta: { name: 'list', description: command.list },
    args: shared,
    run: async ({ rawArgs }) => runList(terminal, open, readArguments(rawArgs, shared, error)),
  });
  const rotate = defineCommand({
    meta: { name: 'rotate', description: command.rotate },
    args: rotateArgs,
    run: async ({ rawArgs }) => runRotate(terminal, open, readArguments(rawArgs, rotateArgs, error)),
  });
  const remove = defineCommand({
    meta: { name: 'remove', description: command.remove },
    args: removeArgs,
    run: async ({ rawArgs }) => runRemove(terminal, open, readArguments(rawArgs, removeArgs, error)),
  });
  return defineCommand({ meta: { name: 'intake', description: about }, subCommands: { add, list, rotate, remove } });
}

async function runAdd(terminal: Terminal, open: OpenIntake, args: Arguments): Promise<ExitCode> {
  const { error } = cliTexts(terminal.locale);
  const words = intakeTexts(terminal.locale);
  readChoice(args, 'locale', LOCALES, error);
  const kind = readChoice(args, 'kind', INTAKE_KINDS, error);
  if (kind === undefined) throw new UsageError(error.missing('--kind'));
  const names = args.values('repo');
  if (names.length === 0) throw new UsageError(error.missing('--repo'));
  const secret = await readSecret(terminal, args);
  const parts = await open(args.value('database'), 'command');
  try {
    const [first, ...more] = await findRepositories(parts, names, terminal);
    if (first === undefined) throw new UsageError(error.missing('--repo'));
    if (more.some(({ installationId }) => installationId !== first.installationId))
      throw new CliError(words.oneInstallation);
    const added = await addIntakeSource(
      { store: parts.store, seal: parts.seal(), clock: parts.clock },
      { kind, repositories: [first, ...more], secret },
    );
    const shown = shownOnce(parts, added);
    if (args.flag('json')) printJson(terminal, { schema: 'hiyari.intake.add/1', ...shown });
    else tell(terminal, parts, shown);
    return 0;
  } finally {
    await parts.close();
  }
}

async function runList(terminal: Terminal, open: OpenIntake, args: Arguments): Promise<ExitCode> {
  const { error } = cliTexts(terminal.locale);
  const { columns, empty } = intakeTexts(terminal.locale);
  readChoice(args, 'locale', LOCALES, error);
  const parts = await open(args.value('database'), 'reader');
  try {
    const names = new Map((await parts.store.repositories.all()).map((one) => [one.id, fullName(one)]));
    const sources = (await parts.store.intakeSources.all()).map((source) => view(source, names));
    if (args.flag('json')) printJson(terminal, { schema: 'hiyari.intake.list/1', sources });
    else if (sources.length === 0) terminal.out(`${empty}\n`);
    else {
      const rows = sources.map(({ id, kind, repositories, createdAt }) => [
        id,
        kind,
        repositories.join(' '),
        createdAt,
      ]);
      terminal.out(renderColumns([columns.id, columns.kind, columns.repositories, columns.created], rows));
    }
    return 0;
  } finally {
    await parts.close();
  }
}

async function runRotate(terminal: Terminal, open: OpenIntake, args: Arguments): Promise<ExitCode> {
  const id = readId(terminal, args);
  const secret = await readSecret(terminal, args);
  const parts = await open(args.value('database'), 'command');
  try {
    const rotated = await rotateIntakeSource({ store: parts.store, seal: parts.seal(), clock: parts.clock }, id, {
      secret,
      address: args.flag('address'),
      atOnce: args.flag('now'),
    });
    if (rotated === null) throw new CliError(intakeTexts(terminal.locale).unknown(id));
    const shown = shownOnce(parts, rotated);
    if (args.flag('json')) printJson(terminal, { schema: 'hiyari.intake.rotate/1', ...shown });
    else tell(terminal, parts, shown);
    if (!args.flag('now')) terminal.err(`${intakeTexts(terminal.locale).oldSecret}\n`);
    return 0;
  } finally {
    await parts.close();
  }
}

async function runRemove(terminal: Terminal, open: OpenIntake, args: Arguments): Promise<ExitCode> {
  const words = intakeTexts(terminal.locale);
  const id = readId(terminal, args);
  const parts = await open(args.value('database'), 'command');
  try {
    const removed = await parts.store.intakeSources.remove(id);
    if (!removed) throw new CliError(words.unknown(id));
    if (args.flag('json')) printJson(terminal, { schema: 'hiyari.intake.remove/1', removed: id });
    else terminal.out(`${words.removed(id)}\n`);
    return 0;
  } finally {
    await parts.close();
  }
}

/** What has to be copied to the other side, and will not be shown again. */
function shownOnce({ publicUrl }: IntakeParts, { source, token, secret }: IntakeCredentials) {
  const url = token === null ? null : `${publicUrl ?? ''}${PATH}${token}`;
  return { id: source.id, kind: source.kind, url, secret };
}

function tell(terminal: Terminal, { publicUrl }: IntakeParts, shown: ReturnType<typeof shownOnce>): void {
  const words = intakeTexts(terminal.locale);
  const { id, kind, url, secret } = shown;
  terminal.out(`${words.id}: ${id}\n`);
  if (url !== null) terminal.out(`${words.address}: ${url}\n`);
  if (secret !== null) terminal.out(`${words.secret}: ${secret}\n`);
  if (url !== null) terminal.err(`${words.next[kind](id)}\n`);
  if (url !== null && publicUrl === null) terminal.err(`${words.noPublicUrl}\n`);
}

function view(source: IntakeSource, names: ReadonlyMap<number, string>) {
  const { id, kind, repositoryIds, createdAt, secrets } = source;
  const repositories = repositoryIds.map((repositoryId) => names.get(repositoryId) ?? `#${repositoryId}`);
  const until = secrets.find((secret) => secret.until !== null)?.until ?? null;
  return { id, kind, repositories, createdAt, oldSecretUntil: until === null ? null : new Date(until).toISOString() };
}

function readId(terminal: Terminal, args: Arguments): string {
  const { error } = cliTexts(terminal.locale);
  readChoice(args, 'locale', LOCALES, error);
  const [id, ...more] = args.words;
  if (id === undefined || more.length > 0) throw new UsageError(intakeTexts(terminal.locale).oneId);
  return id;
}

/** From a file or standard input: what stands on a command line is in the shell's history and in every process list. */
async function readSecret(terminal: Terminal, args: Arguments): Promise<string | null> {
  const from = args.value('secret-from');
  if (from === undefined) return null;
  const secret = (await terminal.read(from)).trim();
  if (secret.length < SHORTEST_SECRET) throw new CliError(intakeTexts(terminal.locale).shortSecret(SHORTEST_SECRET));
  return secret;
}

async function findRepositories(
  { store }: IntakeParts,
  names: readonly string[],
  terminal: Terminal,
): Promise<readonly InstalledRepository[]> {
  const known = await store.repositories.all();
  return names.map((name) => {
    const found = known.find((one) => fullName(one).toLowerCase() === name.toLowerCase());
    if (found !== undefined) return found;
    throw new CliError(intakeTexts(terminal.locale).noRepository(name, known.map(fullName).slice(0, 20).join(', ')));
  });
}
