import { resolve } from 'node:path';
import { createTerminal } from '../../../src/cli/create-terminal.ts';
import { mainCommand, type Openers } from '../../../src/cli/main-command.ts';
import { pickLocale } from '../../../src/cli/pick-locale.ts';
import { runCli } from '../../../src/cli/run-cli.ts';
import type { Ran, RunOptions } from '../../support/run-node.ts';

export interface RunHereOptions extends Omit<RunOptions, 'cwd'>, Partial<Openers> {
  readonly isTTY?: boolean;
  readonly debug?: boolean;
}

/** The same in this process, for what a process of its own would show no better: it is some hundred times faster. */
export async function runHere(args: readonly string[], options: RunHereOptions = {}): Promise<Ran> {
  const { stdin = '', env = {}, isTTY = false, debug = false } = options;
  const read = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY,
    write: (text: string) => {
      read[name] += text;
    },
  });
  const streams = { stdin: pieces(stdin), stdout: output('stdout'), stderr: output('stderr') };
  const terminal = createTerminal(streams, env, pickLocale(args, env));
  const refuse = () => Promise.reject(new Error(`nothing is opened in ${resolve('.')}`));
  const main = mainCommand(terminal, {
    openSimulation: refuse,
    openInbox: refuse,
    openAnalysis: refuse,
    openImport: refuse,
    openIntake: refuse,
    openBackfill: refuse,
    openRebuild: refuse,
    openReport: refuse,
    ...options,
  });
  const code = await runCli(terminal, { main, version: '1.2.3', debug }, args);
  return { code, ...read };
}

async function* pieces(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}
