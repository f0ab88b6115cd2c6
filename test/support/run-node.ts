import { spawn } from 'node:child_process';

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

/** A Node process with nothing of this one's environment, run to its end. */
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
