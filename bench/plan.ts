import { DEFAULT_BACKFILL_POLICY } from '../src/domain/exposure/backfill-pace.ts';
import { closeSync, existsSync, fdatasyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type DurableParts, openSqlite } from '../src/open-database.ts';
import { createContextMemo } from '../src/usecases/base-context.ts';
import { checkPullRequest } from '../src/usecases/check-pull-request.ts';
import type { AppDeps } from '../src/usecases/deps.ts';
import { createJobHandler } from '../src/usecases/handle-job.ts';
import { lanes } from '../src/usecases/lanes.ts';
import { newJob } from '../src/usecases/new-job.ts';
import type { BenchRow } from './bench-row.ts';
import { createInstantGitHub } from './instant-github.ts';
import { percentile } from './percentile.ts';
import { BENCH_CONFIG, changedFilesOf, pullRequestEvent } from './pull-request-events.ts';

const WARM_UP = 400;
const EVENTS = 2_000;
const DRAINED = 2_000;
const ROUNDS = 3;
const DISK = 'data';
/** A file system in memory, where there is one: a sync costs nothing there, so what remains is computing. */
const MEMORY = '/dev/shm';

/** Our own time, with a GitHub that answers at once and a real SQLite file, written through to the disk. */
export async function planRows(): Promise<BenchRow[]> {
  const syncs = timesToSync();
  const times = await withApp(DISK, timesToPlan);
  const computing = existsSync(MEMORY) ? await withApp(MEMORY, timesToPlan) : [];
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rates.push(await withApp(DISK, drainRate));
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  return [
    comparison('a sync of this disk alone, p50', percentile(syncs, 0.5)),
    comparison('a sync of this disk alone, p99', percentile(syncs, 0.99)),
    { name: 'event → effects planned and saved, p50', value: p50, unit: 'ms', target: '<= 3 ms', ok: p50 <= 3 },
    { name: 'event → effects planned and saved, p99', value: p99, unit: 'ms', target: '<= 15 ms', ok: p99 <= 15 },
    comparison('the same without the disk, p50', percentile(computing, 0.5)),
    comparison('the same without the disk, p99', percentile(computing, 0.99)),
    {
      name: 'pull request events accepted, judged and published',
      value: percentile(rates, 0.5),
      unit: '/s',
      target: 'for comparison',
      ok: true,
    },
  ];
}

function comparison(name: string, value: number): BenchRow {
  return { name, value, unit: 'ms', target: 'for comparison', ok: true };
}

/** One page, as a small commit writes it. */
function timesToSync(): readonly number[] {
  mkdirSync(DISK, { recursive: true });
  const folder = mkdtempSync(join(DISK, 'bench-'));
  const file = openSync(join(folder, 'page'), 'w');
  const page = Buffer.alloc(4_096);
  const times = Array.from({ length: 300 }, (_, index) => {
    const began = performance.now();
    writeSync(file, page, 0, page.length, (index % 50) * page.length);
    fdatasyncSync(file);
    return performance.now() - began;
  });
  closeSync(file);
  rmSync(folder, { recursive: true, force: true });
  return times;
}

interface Stage {
  readonly parts: DurableParts;
  readonly deps: AppDeps;
  /** Called at the next write to GitHub. */
  readonly atNextWrite: (call: () => void) => void;
}

/** Snapshot, assess, judge, plan and save, one event after the other: until the first effect begins. */
async function timesToPlan({ deps, atNextWrite }: Stage): Promise<readonly number[]> {
  const github = deps.app.installation(1);
  const times: number[] = [];
  for (let index = 0; index < WARM_UP + EVENTS; index += 1) {
    const event = pullRequestEvent(index);
    let planned = 0;
    atNextWrite(() => {
      planned = performance.now();
    });
    const began = performance.now();
    await checkPullRequest({ ...deps, github }, [event]);
    if (index >= WARM_UP) times.push((planned === 0 ? performance.now() : planned) - began);
  }
  return times;
}

/** Events a second through the inbox, the queue, and both jobs that each event takes. */
async function drainRate({ parts, deps }: Stage): Promise<number> {
  const worker = parts.queue.work(createJobHandler(deps));
  const began = performance.now();
  for (let from = 0; from < DRAINED; from += 50) {
    const indexes = Array.from({ length: 50 }, (_, offset) => from + offset);
    await Promise.all(indexes.map((index) => accept(parts, index)));
  }
  await worker.idle();
  const seconds = (performance.now() - began) / 1_000;
  const { waiting, dead } = await parts.queue.counts();
  await worker.stop();
  if (waiting + dead > 0) throw new Error(`${waiting} jobs wait and ${dead} are dead, where all should be done`);
  return DRAINED / seconds;
}

async function accept({ inbox }: DurableParts, index: number): Promise<void> {
  const event = pullRequestEvent(index);
  const { repository, number, because } = event;
  const delivery = {
    id: `delivery-${index}`,
    event: 'pull_request',
    action: because,
    installationId: repository.installationId,
    repositoryId: repository.id,
    receivedAt: Date.now(),
  };
  const place = { lane: lanes.pullRequest(repository.id, number), key: 'check', installationId: 1 };
  await inbox.accept(delivery, [newJob('check-pull-request', event, place)]);
}

async function withApp<T>(place: string, work: (stage: Stage) => Promise<T>): Promise<T> {
  mkdirSync(place, { recursive: true });
  const folder = mkdtempSync(join(place, place === DISK ? 'bench-' : 'hiyari-bench-'));
  const clock = { now: Date.now };
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: console.error };
  const parts = await openSqlite({ path: join(folder, 'hiyari.db'), role: 'worker', clock, log });
  let next: (() => void) | null = null;
  const app = createInstantGitHub({
    config: BENCH_CONFIG,
    filesOf: changedFilesOf,
    onWrite: () => {
      next?.();
      next = null;
    },
  });
  const deps = {
    app,
    store: parts.store,
    clock,
    log,
    contexts: createContextMemo(),
    backfill: DEFAULT_BACKFILL_POLICY,
    webUrl: 'https://github.com',
  };
  try {
    return await work({
      parts,
      deps,
      atNextWrite: (call) => {
        next = call;
      },
    });
  } finally {
    await parts.store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
