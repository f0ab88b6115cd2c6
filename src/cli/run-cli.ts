import { type CommandDef, runCommand } from 'citty';
import { suggest } from '../config/suggest.ts';
import { type ExitCode, UsageError } from './cli-error.ts';
import { describeTrouble } from './describe-trouble.ts';
import { examplesOf } from './examples.ts';
import { findCommand, type FoundCommand } from './find-command.ts';
import { renderUsage } from './render-usage.ts';
import { settled } from './settled.ts';
import type { Terminal } from './terminal.ts';
import { type CliTexts, cliTexts } from './texts/cli-texts.ts';

export interface CliProgram {
  readonly main: CommandDef;
  readonly version: string;
  /** Shows the stack of what nobody foresaw. */
  readonly debug: boolean;
}

/** Finds the command that the words name, runs it, and turns trouble into words and an exit code. */
export async function runCli(terminal: Terminal, program: CliProgram, rawArgs: readonly string[]): Promise<ExitCode> {
  const texts = cliTexts(terminal.locale);
  // `hiyari help check` asks the same as `hiyari check --help`.
  const words = rawArgs[0] === 'help' ? [...rawArgs.slice(1), '--help'] : rawArgs;
  if (words[0] === '--version' || words[0] === '-v') {
    terminal.out(`${program.version}\n`);
    return 0;
  }
  const found = await findCommand(program.main, words);
  try {
    const end = words.indexOf('--');
    const spoken = end < 0 ? words : words.slice(0, end);
    const wantsHelp = spoken.includes('--help') || spoken.includes('-h');
    const [word] = found.rest.filter((one) => one !== '--help' && one !== '-h');
    const isGroup = found.subCommands.length > 0;
    if (isGroup && word !== undefined && !(wantsHelp && word.startsWith('-'))) throw unknownWord(word, found, texts);
    if (wantsHelp || isGroup) {
      const usage = renderUsage(await usageOf(found), texts, terminal.colors && wantsHelp);
      (wantsHelp ? terminal.out : terminal.err)(usage);
      return wantsHelp ? 0 : 2;
    }
    const { result } = await runCommand(found.command, { rawArgs: [...found.rest] });
    return result === 1 || result === 2 ? result : 0;
  } catch (cause) {
    terminal.progress('');
    const words = describeTrouble(cause, texts);
    if (words === null) return tellUnexpected(terminal, program, cause, texts);
    const hint = cause instanceof UsageError ? `${texts.error.seeHelp(found.name)}\n` : '';
    terminal.err(`${words}\n${hint}`);
    if (program.debug) terminal.err(`${stackOf(cause)}\n`);
    return 2;
  }
}

function unknownWord(word: string, { subCommands }: FoundCommand, { error }: CliTexts): UsageError {
  if (word.startsWith('-')) return new UsageError(error.optionFirst(word));
  return new UsageError(error.unknownCommand(word, subCommands.join(', '), suggest(word, subCommands).didYouMean));
}

async function usageOf({ command, name, subCommands }: FoundCommand) {
  const known = (await settled(command.subCommands)) ?? {};
  const commands: [string, string][] = [];
  for (const each of subCommands) {
    const { meta } = (await settled(known[each])) ?? {};
    commands.push([each, (await settled(meta))?.description ?? '']);
  }
  const description = (await settled(command.meta))?.description ?? '';
  return { name, description, args: (await settled(command.args)) ?? {}, commands, examples: examplesOf(name) };
}

/** Never a bare stack: it says nothing to the person who reads it, and may show what a log should not hold. */
function tellUnexpected(terminal: Terminal, { debug }: CliProgram, cause: unknown, { error }: CliTexts): ExitCode {
  const message = cause instanceof Error ? cause.message : String(cause);
  terminal.err(`${error.unexpected(message)}\n`);
  if (debug) terminal.err(`${stackOf(cause)}\n`);
  return 2;
}

function stackOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
