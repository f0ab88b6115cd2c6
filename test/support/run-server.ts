import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export interface RunningServer {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Waits for the first text of its output that matches. */
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Sends a signal and waits for the exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  readonly exited: Promise<number | null>;
}

/** The built server as people start it, in a folder and with an environment of its own. */
export function runServer(
  folder: string,
  environment: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): RunningServer {
  const child = spawn(process.execPath, [resolve('bin/hiyari-server.js'), ...flags], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    output += String(chunk);
  });
  const exited = once(child, 'close').then(([code]) => code as number | null);

  async function said(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(output);
      if (found !== null) return found;
      const data = Promise.race([once(child.stdout ?? child, 'data'), once(child.stderr ?? child, 'data')]);
      if ((await Promise.race([data, exited.then(() => 'exited')])) === 'exited' && !pattern.test(output)) {
        throw new Error(`the server ended before it said ${pattern}:\n${output}`);
      }
    }
  }

  return {
    child,
    output: () => output,
    said,
    exited,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return exited;
    },
  };
}
