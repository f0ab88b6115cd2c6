import { expect, it } from 'vitest';
import type { Agreement, Alignment } from '../../src/domain/project/alignment.ts';
import type { KnownMembers } from '../../src/ports/project-store.ts';
import type { Store } from '../../src/ports/store.ts';
import { BIG_ID, HOSTILE_TEXT } from './samples.ts';
import type { StoreHarness } from './store-harness.ts';
import { useStore } from './use-store.ts';

const AT = '2026-09-01T00:00:00Z';

/** What every store keeps of projects: their members, where their targets are agreed on, and who agreed. */
export function describeProjects(open: () => Promise<StoreHarness>): void {
  let store: Store;
  let id: number;
  useStore(open, (opened, fresh) => {
    store = opened.store;
    id = fresh;
  });

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

  it('an alignment is replaced, and found by its issue', async () => {
    const alignment: Alignment = {
      ...{ repositoryId: id, project: 'ledger', hash: 'h', targets: [{ measure: 'monitored', target: 0.95 }] },
      ...{ agreedTargets: null, issue: null, state: 'open', reopened: false, openedAt: AT },
      ...{ textHash: null, writtenAt: null },
    };
    expect(await store.agreements.alignment(id, 'ledger')).toBeNull();
    await store.agreements.align(alignment);
    expect(await store.agreements.alignmentAt(id, 7)).toBeNull();
    const opened: Alignment = { ...alignment, issue: { repositoryId: id + 10_000, number: 7 }, writtenAt: AT };
    await store.agreements.align(opened);
    expect(await store.agreements.alignment(id, 'ledger')).toEqual(opened);
    expect(await store.agreements.alignmentAt(id + 10_000, 7)).toEqual(opened);
    expect(await store.agreements.alignmentAt(id, 7)).toBeNull();
  });

  it('who agreed to which targets is replaced by what the same account says later', async () => {
    const agreement: Agreement = {
      ...{ repositoryId: id, project: 'ledger', hash: 'one', accountId: BIG_ID, login: HOSTILE_TEXT },
      ...{ speaksFor: ['ada'], at: AT },
    };
    const later = '2026-09-02T00:00:00Z';
    await store.agreements.agree({ ...agreement, speaksFor: [] });
    await store.agreements.agree(agreement);
    await store.agreements.agree({ ...agreement, hash: 'two', at: later });
    await store.agreements.agree({ ...agreement, project: 'other' });
    expect(await store.agreements.of(id, 'ledger')).toEqual([agreement, { ...agreement, hash: 'two', at: later }]);
    await expect(store.agreements.agree({ ...agreement, hash: 'three', at: 'soon' })).rejects.toMatchObject({
      name: 'StorageError',
    });
  });
}
