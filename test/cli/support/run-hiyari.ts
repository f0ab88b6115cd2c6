import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

const BIN = resolve('bin/hiyari.js');

/** Runs the compiled command line as people do: a process of its own, with nothing of this one's environment. */
export function runHiyari(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return runNode([BIN, ...args], options);
}

export function runNode(args: readonly string[], { cwd, stdin, env }: RunOptions): Promise<Ran> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [...args], {
      env: { PATH: process.env.PATH ?? '', LANG: 'C', ...env },
      ...(cwd !== undefined && { cwd }),
    });
    const read = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        read[name] += text;
      });
    }
    child.on('error', fail);
    child.on('close', (code) => settle({ code, ...read }));
    // A command that ends without reading closes the pipe, and that is its right.
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
  });
}
