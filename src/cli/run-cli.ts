import { type CommandDef, renderUsage, runCommand } from 'citty';
import { CliError, type ExitCode } from './cli-error.ts';
import type { Terminal } from './terminal.ts';
import { cliTexts } from './texts/cli-texts.ts';

/** Finds the command that the words name, runs it, and turns trouble into words and an exit code. */
export async function runCli(
  terminal: Terminal,
  main: CommandDef,
  version: string,
  rawArgs: readonly string[],
): Promise<ExitCode> {
  const { error } = cliTexts(terminal.locale);
  if (rawArgs[0] === '--version') {
    terminal.out(`${version}\n`);
    return 0;
  }
  const found = await findCommand(main, rawArgs);
  const wantsHelp = rawArgs.includes('--help') || rawArgs.includes('-h');
  if (wantsHelp || (found.subCommands.length > 0 && found.rest.length === 0)) {
    const usage = await renderUsage(found.command, found.parent);
    (wantsHelp ? terminal.out : terminal.err)(`${terminal.colors ? usage : withoutColors(usage)}\n`);
    return wantsHelp ? 0 : 2;
  }
  try {
    if (found.subCommands.length > 0) {
      throw new CliError(error.unknownCommand(found.rest[0] ?? '', found.subCommands.join(', ')));
    }
    const { result } = await runCommand(found.command, { rawArgs: [...found.rest] });
    return result === 1 || result === 2 ? result : 0;
  } catch (cause) {
    if (!(cause instanceof CliError)) throw cause;
    terminal.err(`${cause.message}\n${error.seeHelp(found.name)}\n`);
    return 2;
  }
}

interface Found {
  readonly command: CommandDef;
  readonly parent?: CommandDef;
  readonly name: string;
  readonly rest: readonly string[];
  readonly subCommands: readonly string[];
}

async function findCommand(main: CommandDef, rawArgs: readonly string[]): Promise<Found> {
  let found: Found = { command: main, name: 'hiyari', rest: rawArgs, subCommands: await namesOf(main) };
  for (;;) {
    const [word = ''] = found.rest;
    if (!found.subCommands.includes(word)) return found;
    const command = (await subCommandsOf(found.command))[word];
    if (command === undefined) return found;
    found = {
      command,
      parent: found.command,
      name: `${found.name} ${word}`,
      rest: found.rest.slice(1),
      subCommands: await namesOf(command),
    };
  }
}

async function subCommandsOf(command: CommandDef): Promise<Readonly<Record<string, CommandDef>>> {
  const resolved = typeof command.subCommands === 'function' ? await command.subCommands() : await command.subCommands;
  const commands: Record<string, CommandDef> = {};
  for (const [name, one] of Object.entries(resolved ?? {})) {
    commands[name] = typeof one === 'function' ? await one() : await one;
  }
  return commands;
}

async function namesOf(command: CommandDef): Promise<readonly string[]> {
  return Object.keys(await subCommandsOf(command));
}

function withoutColors(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters.
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
