import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DurableParts } from '../../../src/open-database.ts';
import { GitHubError } from '../../../src/ports/github-error.ts';
import type { NewJob } from '../../../src/ports/queue.ts';
import { sampleJob, sampleOpinion } from '../../storage/samples.ts';
import { sampleDelivery, steppedHandler, type WorkerRoom, workerRoom } from './worker-room.ts';

let room: WorkerRoom;
let parts: DurableParts;
beforeEach(async () => {
  room = workerRoom();
  parts = await room.open('worker', { concurrency: 2, maxAttempts: 3, baseDelayMs: 1_000, factor: 2 });
});
afterEach(() => room.clear());

const job = (lane: string, payload: NewJob['payload'], changes: Partial<NewJob> = {}) =>
  sampleJob({ lane, payload, ...changes });
/** Waits for what goes on in real turns of the event loop, with a clock that stands still. */
const until = (met: () => void) => vi.waitFor(met, { timeout: 20_000, interval: 2 });

describe('lanes', () => {
  it('run side by side, up to the limit, and one job at a time in each', async () => {
    const { started, handler, end } = steppedHandler();
    await parts.queue.enqueue([job('a', 1, { key: '1' }), job('a', 2, { key: '2' }), job('b', 3), job('c', 4)]);
    const worker = parts.queue.work(handler);
    const lanes = () => started.map(({ lane, payloads }) => `${lane}${payloads.join('')}`);
    await until(() => expect(lanes()).toEqual(['a1', 'b3']));
    expect(await parts.queue.counts()).toEqual({ waiting: 2, scheduled: 0, running: 2, dead: 0 });
    end(1);
    await until(() => expect(lanes()).toEqual(['a1', 'b3', 'c4']));
    end(2);
    end(0);
    await until(() => expect(lanes()).toEqual(['a1', 'b3', 'c4', 'a2']));
    end(3);
    await worker.stop();
    expect(await parts.queue.counts()).toEqual({ waiting: 0, scheduled: 0, running: 0, dead: 0 });
  });

  it('coalesce what waits with the same kind and key, oldest first', async () => {
    const { started, handler, end } = steppedHandler();
    await parts.queue.enqueue([
      job('a', 1),
      job('a', 2, { key: 'other' }),
      job('a', 3),
      job('a', 4, { kind: 'other' }),
    ]);
    await parts.queue.enqueue([job('a', 5, { installationId: 9 }), job('b', 6)]);
    const worker = parts.queue.work(handler);
    await until(() => expect(started).toHaveLength(2));
    expect(started[0]).toEqual({
      kind: 'check-pull-request',
      lane: 'a',
      key: 'check',
      payloads: [1, 3, 5],
      installationId: 9,
      attempt: 1,
    });
    // What comes while the job runs is a new one, and runs after it.
    await parts.queue.enqueue([job('a', 7)]);
    end(0);
    end(1);
    for (const index of [2, 3, 4]) {
      await until(() => expect(started.length).toBeGreaterThan(index));
      end(index);
    }
    await worker.stop();
    expect(started.slice(2).map(({ payloads }) => payloads)).toEqual([[2], [4], [7]]);
  });
});

describe('a job', () => {
  it('is started by enqueuing, accepting, and the outbox of a transaction', async () => {
    const seen: unknown[] = [];
    const worker = parts.queue.work(async ({ payloads }) => {
      seen.push(...payloads);
    });
    await worker.idle();
    await parts.queue.enqueue([]);
    await parts.queue.enqueue([job('a', 'enqueued')]);
    await parts.inbox.accept(sampleDelivery('d'), [job('b', 'accepted')]);
    await parts.store.transaction(async (session) => {
      await session.opinions.save(1, 1, sampleOpinion());
      await session.outbox.enqueue([job('c', 'in a transaction')]);
    });
    await parts.store.outbox.enqueue([job('d', 'outbox')]);
    await until(() => expect(seen).toEqual(['enqueued', 'accepted', 'in a transaction', 'outbox']));
    await worker.stop();
  });

  it('waits for its time', async () => {
    const seen: unknown[] = [];
    await parts.queue.enqueue([job('a', 'later', { runAt: room.time.clock.now() + 5_000 }), job('a', 'now')]);
    expect(await parts.queue.counts()).toEqual({ waiting: 1, scheduled: 1, running: 0, dead: 0 });
    const worker = parts.queue.work(async ({ payloads }) => {
      seen.push(...payloads);
    });
    await worker.idle();
    room.time.advance(4_999);
    await worker.idle();
    expect(seen).toEqual(['now']);
    room.time.advance(1);
    await until(() => expect(seen).toEqual(['now', 'later']));
    await worker.stop();
  });

  it('written by another process is found', async () => {
    const seen: unknown[] = [];
    const worker = parts.queue.work(async ({ payloads }) => {
      seen.push(...payloads);
    });
    await worker.idle();
    const command = await room.open('command');
    await command.queue.enqueue([job('a', 'from a command')]);
    expect(seen).toEqual([]);
    room.time.advance(1_000);
    await until(() => expect(seen).toEqual(['from a command']));
    expect(() => command.queue.work(async () => undefined)).toThrow('Only a worker takes jobs');
    await worker.stop();
  });
});

describe('a job that fails', () => {
  it('is tried again later with back-off, then kept as dead, and its lane waits only for the tries', async () => {
    const tried: string[] = [];
    await parts.queue.enqueue([job('a', 1), job('a', 'after', { key: 'after' })]);
    const worker = parts.queue.work(async ({ key, attempt, payloads }) => {
      tried.push(`${key} ${attempt} ${payloads.join()}`);
      if (key === 'check') throw new Error(`failed ${attempt}`);
    });
    await worker.idle();
    expect(tried).toEqual(['check 1 1']);
    // A newcomer of the same key joins the next try; one of another key stays behind.
    await parts.queue.enqueue([job('a', 2), job('a', 'late', { key: 'late' })]);
    room.time.advance(499);
    await worker.idle();
    expect(tried).toEqual(['check 1 1']);
    room.time.advance(1);
    await worker.idle();
    expect(tried).toEqual(['check 1 1', 'check 2 1,2']);
    room.time.advance(1_000);
    await worker.idle();
    expect(tried).toEqual(['check 1 1', 'check 2 1,2', 'check 3 1,2', 'after 1 after', 'late 1 late']);
    expect(await parts.queue.counts()).toEqual({ waiting: 0, scheduled: 0, running: 0, dead: 1 });
    const dead = await parts.queue.dead(5);
    expect(dead).toMatchObject([
      { attempts: 3, error: 'Error: failed 3', failedAt: room.time.clock.now(), deliveryIds: [] },
    ]);
    expect(room.log.lines.map(({ level }) => level)).toEqual(['info', 'warn', 'warn', 'error']);
    expect(await parts.queue.replay('all')).toBe(1);
    await worker.idle();
    expect(tried.at(-1)).toBe('check 1 1,2');
    await worker.stop();
  });

  it('because of a rate limit waits as long as it must, without losing a try', async () => {
    const attempts: number[] = [];
    const start = room.time.clock.now();
    await parts.queue.enqueue([job('a', 1)]);
    const worker = parts.queue.work(async ({ attempt }) => {
      attempts.push(attempt);
      if (attempts.length <= 5) {
        throw new GitHubError('limit', { fault: 'rate-limited', retryAt: room.time.clock.now() + 60_000 });
      }
    });
    for (let tries = 1; tries <= 6; tries += 1) {
      await worker.idle();
      expect(attempts).toHaveLength(tries);
      room.time.advance(60_000);
    }
    expect(attempts).toEqual([1, 1, 1, 1, 1, 1]);
    expect(room.time.clock.now() - start).toBe(360_000);
    await worker.stop();
    expect(await parts.queue.counts()).toEqual({ waiting: 0, scheduled: 0, running: 0, dead: 0 });
  });

  it('is replayed behind a head that waits', async () => {
    let permitted = false;
    const tried: string[] = [];
    const worker = parts.queue.work(async ({ key }) => {
      tried.push(key);
      if (!permitted) throw new Error('no');
    });
    await parts.queue.enqueue([job('a', 1, { key: 'bad' })]);
    for (const pause of [0, 500, 1_000]) {
      room.time.advance(pause);
      await worker.idle();
    }
    await parts.queue.enqueue([job('a', 2, { key: 'head' })]);
    await worker.idle();
    permitted = true;
    tried.length = 0;
    await parts.queue.replay('all');
    await worker.idle();
    expect(tried).toEqual([]);
    room.time.advance(500);
    await worker.idle();
    expect(tried).toEqual(['bad', 'head']);
    await worker.stop();
  });

  it('with a damaged payload is kept as dead, and the others run', async () => {
    const seen: unknown[] = [];
    await parts.inbox.accept(sampleDelivery('a'), [job('a', 1)]);
    await parts.queue.enqueue([job('a', 2), job('b', 3)]);
    const beside = new Database(room.path);
    beside.exec(`UPDATE jobs SET payload = '{' WHERE payload = '1'`);
    beside.close();
    const worker = parts.queue.work(async ({ payloads }) => {
      seen.push(...payloads);
    });
    await worker.idle();
    expect(seen).toEqual([2, 3]);
    expect(await parts.queue.dead(5)).toMatchObject([
      { deliveryIds: ['a'], error: expect.stringContaining('damaged') },
    ]);
    expect(await parts.inbox.list({ state: 'dead', limit: 5 })).toMatchObject([{ id: 'a' }]);
    await worker.stop();
  });
});

describe('a worker', () => {
  it('lets running jobs end when it stops, and takes no more', async () => {
    const { started, handler, end } = steppedHandler();
    const worker = parts.queue.work(handler);
    await parts.queue.enqueue([job('a', 1), job('b', 2), job('c', 3)]);
    await until(() => expect(started).toHaveLength(2));
    let stopped = false;
    const stopping = worker.stop().then(() => {
      stopped = true;
    });
    end(0);
    await parts.queue.enqueue([job('d', 4)]);
    expect(stopped).toBe(false);
    end(1);
    await stopping;
    expect(started).toHaveLength(2);
    expect(await parts.queue.counts()).toEqual({ waiting: 2, scheduled: 0, running: 0, dead: 0 });
  });

  it('that has stopped is idle, and stops again at once', async () => {
    const worker = parts.queue.work(async () => undefined);
    await Promise.all([worker.stop(), worker.stop()]);
    await parts.queue.enqueue([job('a', 1)]);
    await worker.idle();
    await worker.stop();
    expect((await parts.queue.counts()).waiting).toBe(1);
  });

  it('is alone, and another may follow', async () => {
    const worker = parts.queue.work(async () => undefined);
    expect(() => parts.queue.work(async () => undefined)).toThrow('being worked off already');
    await worker.stop();
    const next = parts.queue.work(async () => undefined);
    await parts.queue.enqueue([job('a', 1)]);
    await next.idle();
    expect((await parts.queue.counts()).waiting).toBe(0);
    await next.stop();
  });

  it('puts back what a killed worker was running, payloads and all', async () => {
    await parts.inbox.accept(sampleDelivery('d'), [job('a', { deep: [1] })]);
    const beside = new Database(room.path);
    beside.exec(`UPDATE jobs SET state = 'running'`);
    beside.close();
    const seen: unknown[] = [];
    const worker = parts.queue.work(async ({ payloads, attempt }) => {
      seen.push(attempt, ...payloads);
    });
    await worker.idle();
    expect(seen).toEqual([1, { deep: [1] }]);
    expect(await parts.inbox.counts()).toMatchObject({ done: 1 });
    await worker.stop();
  });

  it('ends a job that took the process down thirty times', async () => {
    await parts.inbox.accept(sampleDelivery('d'), [job('a', 1)]);
    const beside = new Database(room.path);
    beside.exec(`UPDATE jobs SET state = 'running', kills = 29`);
    beside.close();
    const worker = parts.queue.work(async () => {
      throw new Error('not reached');
    });
    await worker.idle();
    expect(await parts.queue.dead(5)).toMatchObject([
      { error: expect.stringContaining('ended 30 times'), attempts: 0 },
    ]);
    expect(await parts.inbox.counts()).toMatchObject({ dead: 1 });
    await worker.stop();
  });
});
