import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { KnownMembers } from '../../src/ports/project-store.ts';
import type { Store } from '../../src/ports/store.ts';
import { BIG_ID } from './samples.ts';
import type { StoreHarness } from './store-contract.ts';

/** What every store keeps of projects: their members. */
export function describeProjects(open: () => Promise<StoreHarness>): void {
  let harness: StoreHarness;
  let store: Store;
  let id = BIG_ID;
  beforeAll(async () => {
    harness = await open();
    store = harness.store;
  });
  beforeEach(() => {
    id += 1;
  });
  afterAll(() => harness.close());

  it('members are kept for each installation, and replaced', async () => {
    const team: KnownMembers = { ids: [BIG_ID, 2], readAt: 5, triedAt: 5, problem: null };
    await store.members.save(id, 'acme/payments', team);
    await store.members.save(id, 'alice', { ...team, ids: [3] });
    await store.members.save(id + 10_000, 'alice', { ...team, ids: [4] });
    await store.members.save(id, 'alice', { ids: [3], readAt: 5, triedAt: 9, problem: 'failed' });
    expect(await store.members.of(id, ['alice', 'acme/payments', 'nobody'])).toEqual(
      new Map([
        ['acme/payments', team],
        ['alice', { ids: [3], readAt: 5, triedAt: 9, problem: 'failed' }],
      ]),
    );
    expect(await store.members.of(id, [])).toEqual(new Map());
  });
}
