import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../src/domain/exposure/deployment.ts';
import type { Watch } from '../../src/domain/monitoring/watch.ts';
import type { Store } from '../../src/ports/store.ts';
import type { WatchStatus } from '../../src/ports/window-store.ts';
import { sampleWatch, sampleWindow } from '../domain/monitoring/monitoring-samples.ts';
import { BIG_ID, HOSTILE_TEXT } from './samples.ts';
import type { StoreHarness } from './store-harness.ts';
import { useStore } from './use-store.ts';

const at = (iso: string) => Date.parse(iso);
const WAITING: WatchStatus = { dueAt: at('2026-09-03T12:00:00Z'), settled: false };

/** What every store keeps of the watching of changes. */
export function describeMonitoring(open: () => Promise<StoreHarness>): void {
  let store: Store;
  let id: number;
  useStore(open, (opened, fresh) => {
    store = opened.store;
    id = fresh;
  });

  describe('monitoring windows', () => {
    const window = (changes: Parameters<typeof sampleWindow>[0] = {}) =>
      sampleWindow({ repositoryId: id, watcher: { id: BIG_ID, login: 'mona' }, ...changes });

    it('one for each change: the newest takes the place of the one before', async () => {
      expect(await store.windows.find(id, '#12')).toBeNull();
      await store.windows.save(window());
      const closed = window({
        state: 'done',
        closedAt: '2026-09-02T00:00:00Z',
        note: HOSTILE_TEXT,
        watcher: { id: BIG_ID, login: null },
      });
      await store.windows.save(closed);
      expect(await store.windows.find(id, '#12')).toEqual(closed);
      expect(await store.windows.find(id, '#1')).toBeNull();
      expect(await store.windows.find(id - 1, '#12')).toBeNull();
    });

    it('the open ones of one account, the first opened first', async () => {
      await store.windows.save(window({ unit: '#3', number: 3, openedAt: '2026-09-02T00:00:00Z' }));
      await store.windows.save(window({ unit: '#2', number: 2 }));
      await store.windows.save(window({ unit: '#4', number: 4, state: 'lapsed' }));
      await store.windows.save(window({ unit: '#5', number: 5, watcher: { id: 9, login: 'hubot' } }));
      await store.windows.save(window({ unit: '#6', number: 6, watcher: null }));
      const units = (await store.windows.openOf(id, BIG_ID)).map(({ unit }) => unit);
      expect(units).toEqual(['#2', '#3']);
      expect(await store.windows.openOf(id, 10)).toEqual([]);
    });

    it('a period holds those that were opened in it, its end outside', async () => {
      for (const day of ['03', '01', '02']) {
        await store.windows.save(window({ unit: `#${day}`, openedAt: `2026-09-${day}T00:00:00Z` }));
      }
      const period = { from: at('2026-09-01T00:00:00Z'), to: at('2026-09-03T00:00:00Z') };
      expect((await store.windows.inPeriod(id, period)).map(({ unit }) => unit)).toEqual(['#01', '#02']);
    });

    it('are counted while they are open', async () => {
      const before = await store.windows.countOpen();
      await store.windows.save(window());
      await store.windows.save(window({ unit: '#13', state: 'incident' }));
      expect(await store.windows.countOpen()).toBe(before + 1);
    });
  });

  describe('watches', () => {
    const watch = (changes: Partial<Watch> = {}) => sampleWatch({ repositoryId: id, ...changes });

    it('are replaced and found, with when something is due', async () => {
      expect(await store.watches.find(id, '#12')).toBeNull();
      expect(await store.watches.dueAt(id, '#12')).toBeNull();
      await store.watches.save(watch(), WAITING);
      expect(await store.watches.dueAt(id, '#12')).toBe(WAITING.dueAt);
      const next = watch({ promise: HOSTILE_TEXT, lapsedAt: '2026-09-04T00:00:00Z', sha: null });
      await store.watches.save(next, { dueAt: null, settled: true });
      expect(await store.watches.find(id, '#12')).toEqual(next);
      expect(await store.watches.dueAt(id, '#12')).toBeNull();
    });

    it('tell for which something is due, and for which something is still to come', async () => {
      await store.watches.save(watch({ unit: '#1', number: 1 }), { dueAt: 300, settled: false });
      await store.watches.save(watch({ unit: '#2', number: 2 }), { dueAt: 200, settled: false });
      await store.watches.save(watch({ unit: '#3', number: 3 }), { dueAt: null, settled: false });
      expect(await store.watches.due(id, 199)).toEqual([]);
      expect(await store.watches.due(id, 300)).toEqual([2, 1]);
      expect(await store.watches.pending(id)).toEqual([1, 2]);
    });

    it('that a deployment may change come with their place on the main line', async () => {
      const commit = { sha: 'b'.repeat(40), position: -4, unit: '#1', committedAt: '2026-08-01T00:00:00Z' };
      await store.mainLine.save(id, [commit]);
      await store.watches.save(watch({ unit: '#1', number: 1, sha: commit.sha }), WAITING);
      await store.watches.save(watch({ unit: '#2', number: 2, mergedAt: '2026-08-30T00:00:00Z' }), WAITING);
      await store.watches.save(watch({ unit: '#3', number: 3 }), { ...WAITING, settled: true });
      await store.watches.save(watch({ unit: '#4', number: 4, mergedAt: '2026-01-01T00:00:00Z' }), WAITING);
      const found = await store.watches.unsettled(id, at('2026-08-01T00:00:00Z'));
      expect(found.map(({ watch: { unit }, position }) => [unit, position])).toEqual([
        ['#2', null],
        ['#1', -4],
      ]);
    });

    it('are forgotten when nothing is left to be done; their windows stay', async () => {
      const past = { mergedAt: '1970-01-01T00:00:01Z' };
      await store.windows.save(sampleWindow({ repositoryId: id, state: 'done' }));
      await store.watches.save(watch({ ...past, unit: '#1', number: 1 }), { dueAt: null, settled: true });
      await store.watches.save(watch({ ...past, unit: '#2', number: 2 }), WAITING);
      await store.watches.save(watch({ unit: '#3', number: 3 }), { dueAt: null, settled: true });
      await store.prune(5_000);
      const left = await Promise.all(['#1', '#2', '#3'].map((unit) => store.watches.find(id, unit)));
      expect(left.map((one) => one?.unit ?? null)).toEqual([null, '#2', '#3']);
      expect(await store.windows.find(id, '#12')).not.toBeNull();
    });
  });

  describe('what was shipped', () => {
    const shipped = (changes: Partial<Deployment>): Deployment => ({
      repositoryId: id,
      kind: 'deployment',
      id: 1,
      environment: 'production',
      sha: 'a',
      state: 'success',
      at: '2026-09-01T00:00:00Z',
      ...changes,
    });

    it('is in order of time, each with what it holds of the main line', async () => {
      const commit = (sha: string, position: number) => ({
        sha,
        position,
        unit: sha,
        committedAt: '2026-09-01T00:00:00Z',
      });
      await store.mainLine.save(id, [commit('a', 1), commit('b', 2)]);
      await store.deployments.place(id, 'beside', 'b', 7);
      await store.deployments.place(id, 'nowhere', 'b', 7);
      await store.deployments.place(id, 'nowhere', null, 8);
      expect(await store.deployments.placed(id, 'nowhere')).toEqual({ base: null, at: 8 });
      expect(await store.deployments.placed(id, 'a')).toBeNull();
      await store.transaction((session) =>
        session.deployments.save([
          shipped({ id: 1, sha: 'beside', at: '2026-09-03T00:00:00Z' }),
          shipped({ id: 2, environment: 'Production' }),
          shipped({ id: 3, sha: 'nowhere', at: '2026-09-04T00:00:00Z' }),
          shipped({ id: 4, state: 'failure' }),
          shipped({ id: 5, environment: 'staging' }),
          shipped({ id: 6, at: '2026-08-01T00:00:00Z' }),
          shipped({ id: 7, kind: 'release', environment: 'release', sha: 'b', at: '2026-09-02T00:00:00Z' }),
        ]),
      );
      const from = at('2026-08-15T00:00:00Z');
      const found = await store.deployments.timeline(id, ['PRODUCTION', 'release'], from);
      expect(found.map((one) => [one.id, one.position])).toEqual([
        [2, 1],
        [7, 2],
        [1, 2],
        [3, null],
      ]);
      expect(await store.deployments.timeline(id, [], 0)).toEqual([]);
      expect(await store.deployments.anySince(id, ['production'], from)).toBe(true);
      expect(await store.deployments.anySince(id, ['production'], at('2026-09-05T00:00:00Z'))).toBe(false);
      expect(await store.deployments.anySince(id, [], 0)).toBe(false);
    });

    it('forgets what a rewritten branch no longer holds', async () => {
      const commit = (sha: string, position: number) => ({
        sha,
        position,
        unit: sha,
        committedAt: '2026-09-01T00:00:00Z',
      });
      await store.mainLine.save(id, [commit('a', 1), commit('b', 2), commit('c', 3), commit('d', 9)]);
      await store.mainLine.cut(id, 2, 9);
      expect(await store.mainLine.find(id, 'a')).not.toBeNull();
      expect(await store.mainLine.find(id, 'b')).toBeNull();
      expect(await store.mainLine.find(id, 'c')).toBeNull();
      expect(await store.mainLine.find(id, 'd')).not.toBeNull();
    });
  });
}
