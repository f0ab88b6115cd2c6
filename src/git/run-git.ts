import { spawn } from 'node:child_process';
import { HistoryError } from '../ports/history.ts';
import { gitArguments, gitEnvironment } from './git-environment.ts';

export interface GitOptions {
  readonly signal?: AbortSignal | undefined;
  readonly input?: string;
}

/** How a git process ended; `complaint` is the end of what it wrote to standard error. */
export interface GitEnd {
  readonly code: number;
  readonly complaint: string;
}

export interface GitRun {
  readonly output: AsyncIterable<Buffer>;
  /** Resolves when the process is gone, whatever its code. Rejects when git cannot be started or the signal fires. */
  readonly end: Promise<GitEnd>;
  readonly kill: () => void;
}

const COMPLAINT = 4_000;

/** Starts git with nothing of the clone's configuration that could run a program. Arguments are never read by a shell. */
export function runGit(directory: string, args: readonly string[], { signal, input }: GitOptions = {}): GitRun {
  signal?.throwIfAborted();
  const child = spawn('git', gitArguments(directory, args), {
    env: gitEnvironment(process.env),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    // Ctrl-C is for us to hear: git is told by the signal, and never takes an interruption for a broken clone.
    detached: process.platform !== 'win32',
  });
  const abort = (): void => {
    child.kill('SIGTERM');
  };
  signal?.addEventListener('abort', abort, { once: true });
  let complaint = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => {
    complaint = (complaint + text).slice(-COMPLAINT);
  });
  // A process that ends early closes its input; how it ended says why.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  const end = new Promise<GitEnd>((resolve, reject) => {
    child.once('error', (cause: NodeJS.ErrnoException) => {
      const missing = cause.code === 'ENOENT';
      reject(
        new HistoryError(
          missing ? 'no-git' : 'failed',
          missing ? 'git is not installed or not on the path' : `git could not be started: ${cause.message}`,
          { cause },
        ),
      );
    });
    child.once('close', (code) => {
      signal?.removeEventListener('abort', abort);
      if (signal?.aborted === true) reject(signal.reason);
      else resolve({ code: code ?? 1, complaint: complaint.trim() });
    });
  });
  end.catch(() => undefined);
  return { output: child.stdout, end, kill: abort };
}

const MAX_TEXT = 64 * 1024 * 1024;

/** Runs git to its end and returns what it printed, 64 MiB at most. */
export async function gitText(
  directory: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<{ text: Buffer; end: GitEnd }> {
  const run = runGit(directory, args, options);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of run.output) {
    size += chunk.length;
    if (size > MAX_TEXT) {
      run.kill();
      throw new HistoryError('failed', `git ${args[0] ?? ''} printed more than ${MAX_TEXT} bytes`);
    }
    chunks.push(chunk);
  }
  return { end: await run.end, text: Buffer.concat(chunks) };
}

export function toHistoryError(what: string, { complaint }: GitEnd): HistoryError {
  if (/not a git repository/i.test(complaint)) return new HistoryError('not-a-repository', 'not a git repository');
  const last =
    complaint
      .split('\n')
      .filter((line) => line.trim() !== '')
      .at(-1) ?? 'no message';
  return new HistoryError('failed', `${what}: ${last.slice(0, 300)}`);
}
