import { expect, it } from 'vitest';
import type { Postmortem } from '../../src/domain/postmortem/postmortem.ts';
import type { Store } from '../../src/ports/store.ts';
import { BIG_ID } from './samples.ts';
import type { StoreHarness } from './store-harness.ts';
import { useStore } from './use-store.ts';

/** What every store keeps of postmortems. */
export function describePostmortems(open: () => Promise<StoreHarness>): void {
  let store: Store;
  let id: number;
  useStore(open, (opened, fresh) => {
    store = opened.store;
    id = fresh;
  });

  const postmortem = (over: Partial<Postmortem> = {}): Postmortem => ({
    repositoryId: id,
    projectId: 'refactor',
    sequence: 1,
    openedAt: '2026-09-01T00:00:00Z',
    openSince: '2026-09-01T00:00:00Z',
    closedAt: null,
    closedBy: null,
    triggers: [{ cause: { kind: 'asked', number: 4, commentId: BIG_ID + 1 }, heardAt: '2026-09-01T00:00:00Z' }],
    told: 1,
    issue: null,
    comments: { table: null, boxes: null },
    ...over,
  });

  it('keeps each, and tells those that are open', async () => {
    const first = postmortem({ closedAt: '2026-09-02T00:00:00Z', closedBy: 'closed' });
    const second = postmortem({ sequence: 2 });
    const other = postmortem({ projectId: 'checkout' });
    const elsewhere = postmortem({ repositoryId: id + 1 });
    for (const one of [second, first, other, elsewhere]) await store.postmortems.save(one);
    expect(await store.postmortems.open(id)).toEqual([other, second]);
    expect(await store.postmortems.ofProject(id, 'refactor')).toEqual([first, second]);
    expect(await store.postmortems.ofProject(id, 'Refactor')).toEqual([]);
    await store.postmortems.save({ ...second, closedAt: '2026-09-03T00:00:00Z', closedBy: 'gone' });
    await store.postmortems.save({ ...first, closedAt: null, closedBy: null, openSince: '2026-09-04T00:00:00Z' });
    expect((await store.postmortems.open(id)).map(({ projectId, sequence }) => [projectId, sequence])).toEqual([
      ['checkout', 1],
      ['refactor', 1],
    ]);
  });

  it('finds one by its issue, wherever that is', async () => {
    const moved = postmortem({ issue: { repositoryId: id + 5, number: 12 } });
    await store.postmortems.save(moved);
    await store.postmortems.save(postmortem({ projectId: 'other', issue: { repositoryId: id, number: null } }));
    expect(await store.postmortems.atIssue(id + 5, 12)).toEqual(moved);
    expect(await store.postmortems.atIssue(id, 12)).toBeNull();
    await store.postmortems.save({ ...moved, issue: { repositoryId: id, number: 12 } });
    expect(await store.postmortems.atIssue(id + 5, 12)).toBeNull();
    expect((await store.postmortems.atIssue(id, 12))?.projectId).toBe('refactor');
  });

  it('refuses a time that is none', async () => {
    await expect(store.postmortems.save(postmortem({ closedAt: 'soon' }))).rejects.toThrow('postmortem');
  });
}
