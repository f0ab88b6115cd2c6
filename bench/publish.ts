import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WEBHOOK_PATH } from '../src/webhooks/create-webhook-handler.ts';
import type { BenchRow } from './bench-row.ts';
import { median } from './percentile.ts';
import type { ServerOrder } from './publish-server.ts';
import type { StandInOrder, StandInReady, StandInResult } from './publish-stand-in.ts';

const SECRET = 'a secret of sixteen or more characters';
/** Files of the pull request, and the most milliseconds that we allow ourselves. */
const TARGETS = [
  [5, 100],
  [300, 130],
  [3_000, 250],
] as const;
const WARM_UP = 3;
const ROUNDS = 7;
/** Probot spaces writes a second apart; it shall not wait for that, which would be a measure of our pace. */
const PAUSE_MS = 1_100;

/**
 * From a signed webhook to the check on the commit, with a GitHub that takes 20 ms for each answer; beside a bare Probot
 * app that lists the files and creates a check, in the same run. Three processes: GitHub and the two.
 */
export async function publishRows(): Promise<BenchRow[]> {
  mkdirSync('data', { recursive: true });
  const folder = mkdtempSync(join('data', 'bench-'));
  const standIn = start('publish-stand-in');
  const servers: ChildProcess[] = [];
  try {
    const github = await answer<StandInReady>(standIn);
    const urls = { hiyari: '', probot: '' };
    for (const kind of ['hiyari', 'probot'] as const) {
      const server = start('publish-server');
      servers.push(server);
      server.send({ kind, secret: SECRET, databasePath: join(folder, 'hiyari.db'), github } satisfies ServerOrder);
      urls[kind] = `http://127.0.0.1:${await answer<number>(server)}${WEBHOOK_PATH}`;
    }
    const rows: BenchRow[] = [];
    for (const [files, most] of TARGETS) rows.push(...(await compare(standIn, urls, files, most)));
    return rows;
  } finally {
    for (const child of [standIn, ...servers]) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(
  standIn: ChildProcess,
  urls: Readonly<Record<'hiyari' | 'probot', string>>,
  files: number,
  most: number,
): Promise<BenchRow[]> {
  const times = { hiyari: [] as number[], probot: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const kind of ['hiyari', 'probot'] as const) {
      standIn.send({ url: urls[kind], secret: SECRET, files } satisfies StandInOrder);
      const { ms } = await answer<StandInResult>(standIn);
      if (round >= 0) times[kind].push(ms);
    }
    await pause(PAUSE_MS);
  }
  const [ours, bare] = [median(times.hiyari), median(times.probot)];
  const size = `${files.toLocaleString('en')} files`;
  return [
    { name: `event → check, ${size}`, value: ours, unit: 'ms', target: `<= ${most} ms`, ok: ours <= most },
    { name: `bare Probot, ${size}`, value: bare, unit: 'ms', target: 'for comparison', ok: true },
  ];
}

function start(name: string): ChildProcess {
  // Sources are run as they are, a build as JavaScript.
  return fork(import.meta.filename.replace(/publish\.(ts|js)$/, `${name}.$1`), { stdio: 'inherit' });
}

/** The next message; rejects when the process ends before it comes. */
async function answer<T>(child: ChildProcess): Promise<T> {
  const over = new AbortController();
  try {
    const [message] = await Promise.race([
      once(child, 'message', over),
      once(child, 'exit', over).then(([code]) => Promise.reject(new Error(`a process ended with ${code}`))),
    ]);
    return message as T;
  } finally {
    over.abort();
  }
}
