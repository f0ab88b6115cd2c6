import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DurableParts } from '../../../src/open-database.ts';
import { openSqliteDatabase } from '../../../src/storage/sqlite/open-database.ts';
import { createSqliteInbox } from '../../../src/queue/sqlite/create-inbox.ts';
import { HOSTILE_TEXT, sampleJob } from '../../storage/samples.ts';
import { sampleDelivery, type WorkerRoom, workerRoom } from './worker-room.ts';

let room: WorkerRoom;
let parts: DurableParts;
beforeEach(async () => {
  room = workerRoom();
  parts = await room.open('worker', { maxAttempts: 1 });
});
afterEach(() => room.clear());

describe('accepting', () => {
  it('stores a delivery once', async () => {
    const { inbox, queue } = parts;
    expect(await inbox.accept(sampleDelivery('a'), [sampleJob()])).toBe('accepted');
    expect(await inbox.accept(sampleDelivery('a'), [sampleJob()])).toBe('duplicate');
    expect(await inbox.accept(sampleDelivery('b'), [])).toBe('ignored');
    expect(await inbox.accept(sampleDelivery('b'), [sampleJob()])).toBe('duplicate');
    expect(await inbox.has('a')).toBe(true);
    expect(await inbox.has('c')).toBe(false);
    expect(await queue.counts()).toEqual({ waiting: 1, scheduled: 0, running: 0, dead: 0 });
  });

  it('sees duplicates within one group', async () => {
    const ids = ['a', 'b', 'a', 'a', 'b'];
    const answers = await Promise.all(ids.map((id) => parts.inbox.accept(sampleDelivery(id), [sampleJob()])));
    expect(answers).toEqual(['accepted', 'accepted', 'duplicate', 'duplicate', 'duplicate']);
    expect((await parts.queue.counts()).waiting).toBe(2);
  });

  it('shares one commit between those that come together', async () => {
    const { path, time, log } = room;
    await parts.store.close();
    const database = await openSqliteDatabase({ path, role: 'worker', clock: time.clock, log });
    let commits = 0;
    database.beforeCommit(() => {
      commits += 1;
      return null;
    });
    const inbox = createSqliteInbox({ database, clock: time.clock });
    const accepted = Array.from({ length: 100 }, (_, n) => inbox.accept(sampleDelivery(`d${n}`), [sampleJob()]));
    expect(await inbox.has('d0')).toBe(false);
    await Promise.all(accepted);
    expect(commits).toBe(1);
    expect(await inbox.has('d99')).toBe(true);
    await database.close();
  });

  it('keeps the neighbours of one that cannot be stored', async () => {
    const broken = { ...sampleDelivery('broken'), receivedAt: {} as number };
    const outcomes = await Promise.allSettled([
      parts.inbox.accept(sampleDelivery('a'), [sampleJob()]),
      parts.inbox.accept(broken, [sampleJob()]),
      parts.inbox.accept(sampleDelivery('b'), [sampleJob()]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { name: 'StorageError' } });
    expect(await parts.inbox.has('broken')).toBe(false);
    expect((await parts.queue.counts()).waiting).toBe(2);
  });
});

describe('a delivery', () => {
  it('is done when all of its jobs are', async () => {
    const { inbox, queue } = parts;
    const jobs = [sampleJob({ lane: '1' }), sampleJob({ lane: '2', runAt: room.time.clock.now() + 1_000 })];
    await inbox.accept(sampleDelivery('a'), jobs);
    const worker = queue.work(async () => undefined);
    await worker.idle();
    expect(await inbox.counts()).toEqual({ waiting: 1, done: 0, dead: 0, ignored: 0 });
    room.time.advance(1_000);
    await worker.idle();
    expect(await inbox.list({ limit: 9 })).toEqual([{ ...sampleDelivery('a'), state: 'done', error: null }]);
    await worker.stop();
  });

  it('is dead with the error of its job, and waits again when that is replayed', async () => {
    const { inbox, queue } = parts;
    await inbox.accept(sampleDelivery('a'), [sampleJob({ lane: '1' }), sampleJob({ lane: '2', kind: 'bad' })]);
    await inbox.accept(sampleDelivery('b'), [sampleJob({ lane: '2', kind: 'bad' })]);
    await inbox.accept(sampleDelivery('c'), [sampleJob({ lane: '3' })]);
    let broken = true;
    const worker = queue.work(async ({ kind }) => {
      if (kind === 'bad' && broken) throw new Error('no permission');
    });
    await worker.idle();
    const error = 'Error: no permission';
    expect((await inbox.list({ state: 'dead', limit: 9 })).map((entry) => [entry.id, entry.error])).toEqual([
      ['b', error],
      ['a', error],
    ]);
    const [dead] = await queue.dead(9);
    expect(dead).toMatchObject({ kind: 'bad', lane: '2', attempts: 1, error, deliveryIds: ['a', 'b'] });
    broken = false;
    expect(await queue.replay(['no such', '12.5', dead?.id ?? ''])).toBe(1);
    await worker.idle();
    expect(await inbox.counts()).toEqual({ waiting: 0, done: 3, dead: 0, ignored: 0 });
    expect(await queue.dead(9)).toEqual([]);
    await worker.stop();
  });

  it('is kept with every string', async () => {
    const given = sampleDelivery(HOSTILE_TEXT.toWellFormed(), {
      action: null,
      installationId: null,
      repositoryId: null,
    });
    await parts.inbox.accept(given, []);
    expect(await parts.inbox.list({ state: 'ignored', limit: 1 })).toEqual([
      { ...given, state: 'ignored', error: null },
    ]);
  });
});

it('lists the newest first, by state, as many as asked for', async () => {
  for (const id of ['a', 'b', 'c']) await parts.inbox.accept(sampleDelivery(id), id === 'b' ? [] : [sampleJob()]);
  const ids = async (filter: Parameters<DurableParts['inbox']['list']>[0]) =>
    (await parts.inbox.list(filter)).map(({ id }) => id);
  expect(await ids({ limit: 2 })).toEqual(['c', 'b']);
  expect(await ids({ state: 'waiting', limit: 9 })).toEqual(['c', 'a']);
  expect(await ids({ state: 'dead', limit: 9 })).toEqual([]);
});

it('prunes what is done or ignored and old', async () => {
  const { inbox, queue } = parts;
  await inbox.accept(sampleDelivery('done', { receivedAt: 1 }), [sampleJob()]);
  const worker = queue.work(async () => undefined);
  await worker.idle();
  await worker.stop();
  await inbox.accept(sampleDelivery('ignored', { receivedAt: 1 }), []);
  await inbox.accept(sampleDelivery('waiting', { receivedAt: 1 }), [sampleJob()]);
  await inbox.accept(sampleDelivery('new', { receivedAt: 2 }), []);
  expect(await inbox.prune(2)).toBe(2);
  expect(await inbox.prune(2)).toBe(0);
  expect((await inbox.list({ limit: 9 })).map(({ id }) => id)).toEqual(['new', 'waiting']);
});

it('prunes many in pieces', async () => {
  await Promise.all(
    Array.from({ length: 5_001 }, (_, n) => parts.inbox.accept(sampleDelivery(`${n}`, { receivedAt: 1 }), [])),
  );
  expect(await parts.inbox.prune(2)).toBe(5_001);
});
