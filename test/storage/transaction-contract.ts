import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { StorageError } from '../../src/ports/storage-error.ts';
import type { Store, StoreSession } from '../../src/ports/store.ts';
import { BIG_ID, HOSTILE_TEXT, sampleJob, sampleOpinion, samplePullRequest } from './samples.ts';
import type { StoreHarness } from './store-harness.ts';

/** How every store behaves under transactions, at the same time, and over months. */
export function describeTransactions(open: () => Promise<StoreHarness>): void {
  let harness: StoreHarness;
  let store: Store;
  let id = 2 * BIG_ID;
  beforeAll(async () => {
    harness = await open();
    store = harness.store;
  });
  beforeEach(() => {
    id += 1;
  });
  afterAll(() => harness.close());

  const pull = (changes: Parameters<typeof samplePullRequest>[0] = {}) => {
    const sample = samplePullRequest(changes);
    return { ...sample, repository: { ...sample.repository, id } };
  };
  const jobsOfLane = (lane: string) =>
    harness.sql(`SELECT * FROM ${harness.table('jobs')} WHERE lane = '${lane}' ORDER BY id`);

  describe('a transaction', () => {
    it('keeps all that its work wrote, jobs included, and gives its result', async () => {
      const result = await store.transaction(async (session) => {
        await session.opinions.save(id, 1, sampleOpinion());
        await session.outbox.enqueue([
          sampleJob({ lane: `${id}#1`, payload: { text: HOSTILE_TEXT }, runAt: 1_900_000_000_000 }),
          sampleJob({ lane: `${id}#1`, key: 'second' }),
        ]);
        return (await session.opinions.find(id, 1))?.configHash;
      });
      expect(result).toBe('c0ffee');
      expect(await store.opinions.find(id, 1)).toEqual(sampleOpinion());
      const jobs = await jobsOfLane(`${id}#1`);
      expect(jobs.map(({ key, run_at }) => [key, Number(run_at)])).toEqual([
        ['check', 1_900_000_000_000],
        ['second', harness.time.clock.now()],
      ]);
      expect(JSON.parse(String(jobs[0]?.payload))).toEqual({ text: HOSTILE_TEXT });
    });

    it('keeps nothing when its work throws, and throws the same error', async () => {
      const trouble = new Error('no');
      const work = store.transaction(async (session) => {
        await session.opinions.save(id, 1, sampleOpinion());
        await session.outbox.enqueue([sampleJob({ lane: `${id}#1` })]);
        throw trouble;
      });
      await expect(work).rejects.toBe(trouble);
      expect(await store.opinions.find(id, 1)).toBeNull();
      expect(await jobsOfLane(`${id}#1`)).toEqual([]);
    });

    it('is not seen from outside before it is over', async () => {
      let seen: unknown = 'not looked';
      await store.transaction(async (session) => {
        await session.opinions.save(id, 1, sampleOpinion());
        seen = await store.opinions.find(id, 1);
      });
      expect(seen).toBeNull();
    });

    it('fails alone: its neighbours at the same time are kept', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, number) =>
          store.transaction(async (session) => {
            await session.opinions.save(id, number, sampleOpinion());
            if (number % 3 === 0) throw new Error('every third');
            await session.checks.save(id, `head ${number}`, 'name', { runId: number, contentHash: 'h' });
          }),
        ),
      );
      for (const [number, outcome] of outcomes.entries()) {
        const kept = number % 3 !== 0;
        expect(outcome.status).toBe(kept ? 'fulfilled' : 'rejected');
        expect((await store.opinions.find(id, number)) !== null).toBe(kept);
        expect((await store.checks.find(id, `head ${number}`, 'name')) !== null).toBe(kept);
      }
    });

    it('has a session that ends with it', async () => {
      let kept: StoreSession | undefined;
      await store.transaction(async (session) => {
        kept = session;
      });
      await expect(kept?.opinions.find(id, 1)).rejects.toBeInstanceOf(StorageError);
    });

    it.each([
      ['a write past its session', (inner: Store) => inner.opinions.save(1, 1, sampleOpinion())],
      ['jobs past its session', (inner: Store) => inner.outbox.enqueue([sampleJob()])],
      ['another transaction inside', (inner: Store) => inner.transaction(async () => undefined)],
    ])('refuses %s, which could wait for itself', async (_, attempt) => {
      const work = store.transaction(async () => attempt(store));
      await expect(work).rejects.toThrow('use its session');
      await expect(work).rejects.toBeInstanceOf(StorageError);
      await store.opinions.save(id, 1, sampleOpinion());
    });
  });

  it('takes many writers of one row at a time, and keeps the newest state', async () => {
    const states = Array.from({ length: 40 }, (_, second) =>
      pull({ title: `${second}`, updatedAt: new Date(Date.UTC(2026, 0, 2, 0, 0, (second * 7) % 40)).toISOString() }),
    );
    await Promise.all(states.map((state) => store.pullRequests.remember(state)));
    expect((await store.pullRequests.find(id, 7))?.updatedAt).toBe('2026-01-02T00:00:39.000Z');
  });

  it('forgets what only living pull requests need', async () => {
    const head = (sha: string) => ({ sha, ref: 'feature', repositoryId: id });
    const before = Date.UTC(2026, 5, 1);
    await store.pullRequests.remember(pull({ number: 1, head: head('old') }));
    await store.pullRequests.remember(pull({ number: 2, head: head('closed'), state: 'closed' }));
    await store.pullRequests.remember(
      pull({ number: 3, head: head('recent'), state: 'closed', updatedAt: '2026-06-01T00:00:00Z' }),
    );
    for (const sha of ['old', 'closed', 'recent', 'replaced']) {
      await store.files.save(id, 'base', sha, { files: [], expected: 0 });
    }
    for (const number of [1, 2, 3, 4]) await store.opinions.save(id, number, sampleOpinion());
    await store.doneCommands.mark(id, 'early', before - 1);
    await store.doneCommands.mark(id, 'late', before);

    expect(await store.prune(before)).toBeGreaterThanOrEqual(5);
    const files = ['old', 'closed', 'recent', 'replaced'].map((sha) => store.files.find(id, 'base', sha));
    expect((await Promise.all(files)).map((found) => found !== null)).toEqual([true, false, true, false]);
    const opinions = [1, 2, 3, 4].map((number) => store.opinions.find(id, number));
    expect((await Promise.all(opinions)).map((found) => found !== null)).toEqual([true, false, true, true]);
    const pulls = [1, 2, 3].map((number) => store.pullRequests.find(id, number));
    expect((await Promise.all(pulls)).map((found) => found !== null)).toEqual([true, false, true]);
    expect(await store.doneCommands.has(id, 'early')).toBe(false);
    expect(await store.doneCommands.has(id, 'late')).toBe(true);
    expect(await store.prune(before)).toBe(0);
  });

  it('forgets many in pieces', async () => {
    await store.transaction(async ({ doneCommands }) => {
      for (let n = 0; n < 1_001; n += 1) await doneCommands.mark(id, `${n}`, 1);
      await doneCommands.mark(id, 'late', 2);
    });
    expect(await store.prune(2)).toBe(1_001);
    expect(await store.doneCommands.has(id, 'late')).toBe(true);
  });
}
