import { expect, it } from 'vitest';
import type { PublishedReport } from '../../src/domain/report/published-report.ts';
import type { Store } from '../../src/ports/store.ts';
import { HOSTILE_TEXT } from './samples.ts';
import type { StoreHarness } from './store-harness.ts';
import { useStore } from './use-store.ts';

/** What every store keeps of published reports. */
export function describeReports(open: () => Promise<StoreHarness>): void {
  let store: Store;
  let id: number;
  useStore(open, (opened, fresh) => {
    store = opened.store;
    id = fresh;
  });

  const sample = (changes: Partial<PublishedReport> = {}): PublishedReport => ({
    repositoryId: id,
    period: { unit: 'month', id: '2026-08', from: '2026-08-01', to: '2026-09-01' },
    moment: '2026-08-08',
    issueNumber: null,
    openedAt: '2026-08-08T00:10:00Z',
    title: HOSTILE_TEXT,
    body: HOSTILE_TEXT,
    gone: false,
    again: false,
    ...changes,
  });

  it('a report is kept by its period, and replaced', async () => {
    await store.reports.save(sample());
    await store.reports.save(sample({ repositoryId: id + 10_000 }));
    expect(await store.reports.find(id, '2026-08')).toEqual(sample());
    await store.reports.save(sample({ issueNumber: 12 }));
    expect(await store.reports.find(id, '2026-08')).toEqual(sample({ issueNumber: 12 }));
    expect(await store.reports.find(id, '2026-09')).toBeNull();
  });

  it('a report is found by its issue', async () => {
    await store.reports.save(sample({ issueNumber: 12 }));
    expect(await store.reports.inIssue(id, 12)).toEqual(sample({ issueNumber: 12 }));
    expect(await store.reports.inIssue(id, 13)).toBeNull();
    expect(await store.reports.inIssue(id + 20_000, 12)).toBeNull();
  });

  it('the latest periods come first', async () => {
    const september = { unit: 'month', id: '2026-09', from: '2026-09-01', to: '2026-10-01' } as const;
    const week = { unit: 'week', id: '2026-W36', from: '2026-08-31', to: '2026-09-07' } as const;
    for (const period of [week, september, sample().period]) await store.reports.save(sample({ period }));
    expect((await store.reports.latest(id, 2)).map(({ period }) => period.id)).toEqual(['2026-09', '2026-W36']);
  });
}
