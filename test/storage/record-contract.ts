import { expect, it } from 'vitest';
import type { ActionRegistration } from '../../src/domain/improvement/action-registration.ts';
import type { Store } from '../../src/ports/store.ts';
import { HOSTILE_TEXT } from './samples.ts';
import type { StoreHarness } from './store-harness.ts';
import { useStore } from './use-store.ts';

/** What every store keeps of actions, and of what is counted. */
export function describeRecords(open: () => Promise<StoreHarness>): void {
  let store: Store;
  let id: number;
  useStore(open, (opened, fresh) => {
    store = opened.store;
    id = fresh;
  });

  it('actions stay as they were registered', async () => {
    const first: ActionRegistration = {
      repositoryId: id,
      action: {
        id: 'statements',
        title: HOSTILE_TEXT,
        announcedAt: 20_000,
        targets: ['regression'],
        measure: 'statements',
        estimator: null,
        followUpDays: null,
        fixedOn: null,
      },
      registeredAt: '2026-02-01T00:00:00Z',
      source: 'config',
      owner: null,
      textHash: 'a',
    };
    const other = { ...first, action: { ...first.action, id: 'other' }, registeredAt: '2026-01-01T00:00:00Z' };
    expect(await store.actions.save(first)).toBe(true);
    expect(await store.actions.save({ ...first, textHash: 'rewritten' })).toBe(false);
    await store.actions.save(other);
    await store.actions.save({ ...first, repositoryId: id + 10_000 });
    expect(await store.actions.find(id, 'statements')).toEqual(first);
    expect(await store.actions.find(id, 'nothing')).toBeNull();
    expect(await store.actions.all(id)).toEqual([other, first]);
    // Estimator and follow-up are added once.
    const fixed = { ...first.action, estimator: 'crude', followUpDays: 21, fixedOn: 20_100 } as const;
    expect(await store.actions.fix(id, fixed)).toBe(true);
    expect(await store.actions.fix(id, { ...fixed, followUpDays: 30, fixedOn: 20_200 })).toBe(false);
    expect(await store.actions.fix(id, { ...fixed, id: 'nothing' })).toBe(false);
    expect(await store.actions.all(id)).toEqual([other, { ...first, action: fixed }]);
  });
}
