import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type DurableParts, openSqlite } from '../src/open-database.ts';
import type { Delivery } from '../src/ports/inbox.ts';
import type { JobHandler, NewJob } from '../src/ports/queue.ts';
import type { BenchRow } from './bench-row.ts';

interface AcceptStoreMeasures {
  /** Deliveries with a job of 2 KB each, durable, `concurrency` of them waiting at any time. */
  readonly acceptsPerSecond: number;
  /** The same, each waiting for the one before: what an fsync each would cost. */
  readonly acceptsPerSecondAlone: number;
  /** Jobs accepted, run by a handler that does nothing, and ended. */
  readonly drainedPerSecond: number;
  /** From the call of `accept` to the start of the handler, with nothing else to do; milliseconds. */
  readonly startP50: number;
  readonly startP99: number;
}

const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const HINT = 'x'.repeat(2_000);

/** What the store alone allows; the whole door, against bare Probot, is measured elsewhere. */
export async function acceptStoreRows(): Promise<BenchRow[]> {
  const measures = await measureAcceptStore();
  const gain = measures.acceptsPerSecond / measures.acceptsPerSecondAlone;
  return [
    row(
      'durable accepts, 100 at a time',
      measures.acceptsPerSecond,
      '/s',
      '>= 4000 /s',
      measures.acceptsPerSecond >= 4_000,
    ),
    row('group commit against a commit each', gain, 'x', '>= 2 x', gain >= 2),
    row('accepted, run and ended', measures.drainedPerSecond, '/s', '>= 2000 /s', measures.drainedPerSecond >= 2_000),
    row('accept to start of the handler, idle, p50', measures.startP50, 'ms', '<= 5 ms', measures.startP50 <= 5),
    row('accept to start of the handler, idle, p99', measures.startP99, 'ms', '<= 50 ms', measures.startP99 <= 50),
  ];
}

function row(name: string, value: number, unit: string, target: string, ok: boolean): BenchRow {
  return { name, value: Math.round(value * 100) / 100, unit, target, ok };
}

/** What the inbox and the queue cost by themselves, on the disk that holds the temporary folder. */
async function measureAcceptStore(count = 20_000, concurrency = 100): Promise<AcceptStoreMeasures> {
  const acceptsPerSecond = await onNewFile(async ({ inbox }) => {
    let next = 0;
    const client = async (): Promise<void> => {
      while (next < count) {
        next += 1;
        await inbox.accept(delivery(next), [job(next)]);
      }
    };
    return rate(count, () => Promise.all(Array.from({ length: concurrency }, client)));
  });

  const alone = Math.ceil(count / 20);
  const acceptsPerSecondAlone = await onNewFile(({ inbox }) =>
    rate(alone, async () => {
      for (let n = 0; n < alone; n += 1) await inbox.accept(delivery(n), [job(n)]);
    }),
  );

  const drainedPerSecond = await onNewFile(({ inbox, queue }) =>
    rate(count, async () => {
      const worker = queue.work(async () => undefined);
      for (let n = 0; n < count; n += concurrency) {
        const group = Array.from({ length: concurrency }, (_, offset) => n + offset);
        await Promise.all(group.map((id) => inbox.accept(delivery(id), [job(id)])));
      }
      await worker.idle();
      await worker.stop();
    }),
  );

  const starts = await onNewFile(measureStarts);
  return {
    acceptsPerSecond,
    acceptsPerSecondAlone,
    drainedPerSecond,
    startP50: starts[Math.floor(starts.length * 0.5)] ?? Number.NaN,
    startP99: starts[Math.floor(starts.length * 0.99)] ?? Number.NaN,
  };
}

async function measureStarts({ inbox, queue }: DurableParts): Promise<readonly number[]> {
  let started = (): void => undefined;
  const handler: JobHandler = async () => started();
  const worker = queue.work(handler);
  await worker.idle();
  const times: number[] = [];
  for (let n = 0; n < 500; n += 1) {
    const start = new Promise<number>((resolve) => {
      started = () => resolve(performance.now());
    });
    const asked = performance.now();
    await inbox.accept(delivery(n), [job(n)]);
    times.push((await start) - asked);
    await worker.idle();
    await nextTurn();
  }
  await worker.stop();
  return times.toSorted((a, b) => a - b);
}

async function rate(count: number, work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round(count / ((performance.now() - from) / 1_000));
}

async function onNewFile<T>(work: (parts: DurableParts) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hiyari-bench-'));
  const path = join(folder, 'hiyari.db');
  const parts = await openSqlite({ path, role: 'worker', clock: { now: Date.now }, log: silent });
  try {
    return await work(parts);
  } finally {
    await parts.store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function delivery(n: number): Delivery {
  return { id: `${n}`, event: 'pull_request', action: 'edited', installationId: 1, repositoryId: 1, receivedAt: n };
}

function job(n: number): NewJob {
  return { kind: 'check', lane: `1#${n}`, key: 'check', payload: { hint: HINT }, installationId: 1 };
}

function ignore(): void {}
