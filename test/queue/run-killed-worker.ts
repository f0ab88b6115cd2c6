import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const WORKER = fileURLToPath(new URL('./killed-worker.ts', import.meta.url));

export interface KilledRun {
  readonly kills: number;
  /** Ids that the worker said to have accepted. */
  readonly accepted: ReadonlySet<string>;
}

/**
 * Has a worker accept `deliveries` deliveries and work them off, and kills it (-9) `kills` times on the way, at moments
 * that `random` picks. What was accepted is never sent again; what was not, is, as GitHub's redelivery would.
 */
export async function runKilledWorker(options: {
  readonly path: string;
  readonly deliveries: number;
  readonly kills: number;
  /** In [0, 1). */
  readonly random: () => number;
}): Promise<KilledRun> {
  const { path, deliveries, random } = options;
  const ids = Array.from({ length: deliveries }, (_, n) => `${n}`);
  const accepted = new Set<string>();
  const share = Math.ceil(deliveries / (options.kills + 1));
  let kills = 0;

  while (kills < options.kills) {
    const child = await start(path);
    child.on('message', (message) => accepted.add(String(message)));
    const fresh = ids.filter((id) => !accepted.has(id)).slice(0, share);
    // In small pieces, so that the kill finds commits, claims and ends of jobs in all states.
    const moment = Math.ceil(random() * fresh.length);
    const dead = once(child, 'exit');
    for (let sent = 0; sent < moment; sent += 5) {
      child.send(fresh.slice(sent, Math.min(sent + 5, moment)));
      await pause(random() * 4);
    }
    await pause(random() * 20);
    child.kill('SIGKILL');
    await dead;
    kills += 1;
  }

  const child = await start(path);
  child.on('message', (message) => accepted.add(String(message)));
  const finished = new Promise<void>((resolve, reject) => {
    child.on('message', (message) => message === 'finished' && resolve());
    child.on('exit', (code) => code !== 0 && reject(new Error(`the worker ended with ${code}`)));
  });
  child.send(ids.filter((id) => !accepted.has(id)));
  child.send('finish');
  await finished;
  accepted.delete('finished');
  return { kills, accepted };
}

async function start(path: string): Promise<ChildProcess> {
  const child = fork(WORKER, [path], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the worker did not start: it ended with ${code}`))),
  ]);
  if (message !== 'ready') throw new Error(`the worker said ${message}`);
  return child;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
