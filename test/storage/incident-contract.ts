import { describe, expect, it } from 'vitest';
import type { IncidentJudgement } from '../../src/domain/incident/incident-judgement.ts';
import type { IntakeSource } from '../../src/domain/incident/intake-source.ts';
import type { Store } from '../../src/ports/store.ts';
import { sampleReport } from '../domain/incident/samples.ts';
import { HOSTILE_TEXT } from './samples.ts';
import type { StoreHarness } from './store-harness.ts';
import { useStore } from './use-store.ts';

/** What every store keeps of incidents and of the doors that report them. */
export function describeIncidents(open: () => Promise<StoreHarness>): void {
  let store: Store;
  let id: number;
  useStore(open, (opened, fresh) => {
    store = opened.store;
    id = fresh;
  });

  const report = (changes: Parameters<typeof sampleReport>[0] = {}) =>
    sampleReport({ installationId: id, repositoryId: id, ...changes });

  describe('incidents', () => {
    it('one for each source and id, whatever its words', async () => {
      const given = report({ externalId: HOSTILE_TEXT, title: HOSTILE_TEXT, body: HOSTILE_TEXT });
      expect(await store.incidents.report(given)).toBe(true);
      expect(await store.incidents.report(given)).toBe(true);
      expect(await store.incidents.find(given)).toEqual({
        ...given,
        toldKind: given.kind,
        judgements: [],
        noChange: false,
      });
      expect(await store.incidents.find({ ...given, source: 'generic' })).toBeNull();
      expect(await store.incidents.find({ ...given, installationId: id + 40_000 })).toBeNull();
    });

    it.each([
      ['a later telling replaces an earlier', '2026-09-02T00:00:00Z', '2026-09-03T00:00:00Z', 'second', true],
      ['an earlier telling changes nothing', '2026-09-03T00:00:00Z', '2026-09-02T00:00:00Z', 'first', false],
      ['on a tie the one given counts', '2026-09-02T00:00:00Z', '2026-09-02T00:00:00Z', 'second', true],
    ])('%s', async (_, first, second, title, taken) => {
      await store.incidents.report(report({ title: 'first', reportedAt: first }));
      expect(await store.incidents.report(report({ title: 'second', reportedAt: second }))).toBe(taken);
      expect((await store.incidents.find(report()))?.title).toBe(title);
    });

    it('many at once are what they are one by one', async () => {
      const at = (day: number) => `2026-09-0${day}T00:00:00Z`;
      const told = [
        ...Array.from({ length: 230 }, (_, index) => report({ externalId: `t-${index}`, reportedAt: at(2) })),
        report({ externalId: 'twice', title: 'newer', reportedAt: at(3) }),
        report({ externalId: 'twice', title: 'older', reportedAt: at(2) }),
        report({ externalId: 'tie', title: 'first', reportedAt: at(2) }),
        report({ externalId: 'tie', title: 'last', reportedAt: at(2), repositoryId: null }),
        report({ externalId: 'tie', source: 'generic', title: 'another' }),
        report({ externalId: HOSTILE_TEXT, title: HOSTILE_TEXT, source: 'import' }),
        report({ externalId: 'known', title: 'older', reportedAt: at(2) }),
      ];
      await store.incidents.report(report({ externalId: 'known', title: 'newer', reportedAt: at(4) }));
      for (let time = 0; time < 2; time += 1) await store.incidents.reportAll(told);
      await store.incidents.reportAll([]);
      const titleOf = async (externalId: string, source: 'issue' | 'generic' | 'import' = report().source as 'issue') =>
        (await store.incidents.find(report({ externalId, source })))?.title;
      expect(await titleOf('twice')).toBe('newer');
      expect(await titleOf('tie')).toBe('last');
      expect(await titleOf('tie', 'generic')).toBe('another');
      expect(await titleOf(HOSTILE_TEXT, 'import')).toBe(HOSTILE_TEXT);
      expect(await titleOf('known')).toBe('newer');
      const period = { installationId: id, from: 0, to: Date.parse(at(9)) };
      expect(await store.incidents.between({ ...period, repositoryId: id })).toHaveLength(234);
      expect(await store.incidents.between({ ...period, repositoryId: null })).toHaveLength(1);
      await expect(store.incidents.reportAll([report({ reportedAt: 'yesterday' })])).rejects.toMatchObject({
        name: 'StorageError',
      });
    });

    it('refuses a time that cannot be ordered', async () => {
      await expect(store.incidents.report(report({ reportedAt: 'yesterday' }))).rejects.toMatchObject({
        name: 'StorageError',
        message: expect.stringContaining('1#9'),
      });
    });

    it('what people said outlives every telling and beats it', async () => {
      const kind: IncidentJudgement = { fact: 'kind', kind: 'near-miss', by: 'mona', at: '2026-09-04T00:00:00Z' };
      const causes: IncidentJudgement = {
        fact: 'causes',
        causes: ['capacity'],
        by: 'lisa',
        at: '2026-09-04T00:00:00Z',
      };
      const none: IncidentJudgement = { fact: 'no-change', note: HOSTILE_TEXT, by: 'lisa', at: '2026-09-04T00:00:00Z' };
      await store.incidents.report(report({ kind: 'incident', causes: ['code'] }));
      await store.incidents.judge(report(), { ...kind, kind: 'inquiry' });
      for (const judgement of [kind, causes, none]) await store.incidents.judge(report(), judgement);
      await store.incidents.report(report({ kind: 'regression', reportedAt: '2026-09-05T00:00:00Z' }));
      expect(await store.incidents.find(report())).toMatchObject({
        kind: 'near-miss',
        causes: ['capacity'],
        noChange: true,
        judgements: [causes, kind, none],
      });
    });

    it('withdrawn by its source, it comes back with the next telling', async () => {
      await store.incidents.report(report({ reportedAt: '2026-09-03T00:00:00Z' }));
      await store.incidents.withdraw(report(), '2026-09-02T00:00:00Z');
      expect((await store.incidents.find(report()))?.state).toBe('open');
      await store.incidents.withdraw(report(), '2026-09-04T00:00:00Z');
      expect((await store.incidents.find(report()))?.state).toBe('withdrawn');
      expect(await store.incidents.report(report({ reportedAt: '2026-09-03T00:00:00Z' }))).toBe(false);
      expect(await store.incidents.report(report({ reportedAt: '2026-09-05T00:00:00Z' }))).toBe(true);
      expect((await store.incidents.find(report()))?.state).toBe('open');
    });

    it('are listed by repository, period and state, oldest first', async () => {
      const at = (day: number) => `2026-09-0${day}T00:00:00Z`;
      await store.incidents.report(report({ externalId: 'c', startedAt: at(3) }));
      await store.incidents.report(report({ externalId: 'a', startedAt: at(1), state: 'resolved' }));
      await store.incidents.report(report({ externalId: 'b', startedAt: null, detectedAt: at(2) }));
      await store.incidents.report(report({ externalId: 'd', startedAt: at(2), state: 'withdrawn' }));
      await store.incidents.report(report({ externalId: 'e', startedAt: at(2), repositoryId: null }));
      await store.incidents.report(report({ externalId: 'f', startedAt: at(4) }));
      await store.incidents.judge(report({ externalId: 'b' }), { fact: 'kind', kind: 'inquiry', by: 'm', at: at(5) });
      const period = { installationId: id, repositoryId: id, from: Date.parse(at(1)), to: Date.parse(at(4)) };
      const found = await store.incidents.between(period);
      expect(found.map(({ externalId, kind }) => [externalId, kind])).toEqual([
        ['a', null],
        ['b', 'inquiry'],
        ['c', null],
      ]);
      const withdrawn = await store.incidents.between({ ...period, states: ['withdrawn'] });
      expect(withdrawn.map(({ externalId }) => externalId)).toEqual(['d']);
      const nobodys = await store.incidents.between({ ...period, repositoryId: null });
      expect(nobodys.map(({ externalId }) => externalId)).toEqual(['e']);
    });
  });

  it('intake sources are found by id and by token, listed and removed', async () => {
    const source: IntakeSource = {
      id: `source-${id}`,
      kind: 'pagerduty',
      installationId: id,
      repositoryIds: [id],
      tokenHash: `hash-${id}`,
      secrets: [{ sealed: 'x', until: null }],
      createdAt: '2026-09-01T00:00:00Z',
    };
    await store.intakeSources.save({ ...source, tokenHash: 'older' });
    await store.intakeSources.save(source);
    expect(await store.intakeSources.find(source.id)).toEqual(source);
    expect(await store.intakeSources.byTokenHash(source.tokenHash)).toEqual(source);
    expect(await store.intakeSources.byTokenHash('older')).toBeNull();
    expect((await store.intakeSources.all()).filter((one) => one.id === source.id)).toEqual([source]);
    expect(await store.intakeSources.remove(source.id)).toBe(true);
    expect(await store.intakeSources.remove(source.id)).toBe(false);
    expect(await store.intakeSources.find(source.id)).toBeNull();
  });
}
