import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../src/domain/attribution/attribution.ts';
import type { Store } from '../../src/ports/store.ts';
import { sampleAttribution, sampleCause, sampleDecision } from '../domain/attribution/attribution-samples.ts';
import { BIG_ID, HOSTILE_TEXT } from './samples.ts';
import type { StoreHarness } from './store-harness.ts';
import { useStore } from './use-store.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-09-10T00:00:00Z');

/** What every store keeps of the changes behind incidents, and of what people decided. */
export function describeAttributions(open: () => Promise<StoreHarness>): void {
  let harness: StoreHarness;
  let store: Store;
  let id: number;
  useStore(open, (opened, fresh) => {
    harness = opened;
    store = opened.store;
    id = fresh;
  });

  const sample = (changes: Partial<Attribution> = {}) =>
    sampleAttribution({ installationId: id, repositoryId: id, ...changes });
  const save = (attribution: Attribution, areas: readonly string[] = []) =>
    store.transaction((session) => session.attributions.save(attribution, areas));

  describe('attributions', () => {
    it('one for each incident, whatever its words; the last ranking counts', async () => {
      const given = sample({ externalId: HOSTILE_TEXT, candidates: [sampleCause({ title: HOSTILE_TEXT })] });
      expect(await store.attributions.find(given)).toBeNull();
      await save(given);
      const second = { ...given, noChange: 0.9, comment: { id: BIG_ID, contentHash: 'h' } };
      await save(second);
      expect(await store.attributions.find(given)).toEqual({ attribution: second, decisions: [] });
      expect(await store.attributions.find({ ...given, source: 'generic' })).toBeNull();
    });

    it('decisions outlive every ranking, one for each change, and can be taken back', async () => {
      const given = sample();
      const rejected = sampleDecision({ unit: 'f'.repeat(40), verdict: 'rejected', why: HOSTILE_TEXT });
      await store.attributions.decide(given, sampleDecision({ verdict: 'rejected' }));
      await store.attributions.decide(given, sampleDecision());
      await store.attributions.decide(given, rejected);
      await save(given);
      const decisions = [sampleDecision(), rejected];
      expect(await store.attributions.find(given)).toEqual({ attribution: given, decisions });
      expect(await store.attributions.decisionsOn(given)).toEqual(decisions);
      expect(await store.attributions.decided(id)).toEqual([{ attribution: given, decisions }]);
      await store.attributions.undecide(given, '#790');
      expect(await store.attributions.decisionsOn(given)).toEqual([rejected]);
      expect(await store.attributions.decisionsOn({ ...given, externalId: 'other' })).toEqual([]);
    });

    it('a period holds its incidents, oldest first', async () => {
      for (const [at, day] of ['03', '01', '02', '04'].entries()) {
        await save(sample({ externalId: `${at}`, happenedAt: `2026-09-${day}T00:00:00Z` }));
      }
      await save(sample({ externalId: 'elsewhere', repositoryId: id + 40_000 }));
      const period = { from: Date.parse('2026-09-01T00:00:00Z'), to: Date.parse('2026-09-04T00:00:00Z') };
      const found = await store.attributions.inPeriod(id, period);
      expect(found.map(({ attribution }) => attribution.externalId)).toEqual(['1', '2', '0']);
      expect(await store.attributions.decided(id)).toEqual([]);
    });

    it('tells which incidents suspect a change, as of their last ranking', async () => {
      await save(sample({ externalId: 'a' }));
      await save(sample({ externalId: 'b', candidates: [sampleCause({ unit: '#1' }), sampleCause()] }));
      const names = async (unit: string) =>
        (await store.attributions.naming(id, unit)).map(({ externalId }) => externalId);
      expect(await names('#790')).toEqual(['a', 'b']);
      await save(sample({ externalId: 'a', candidates: [] }));
      expect(await names('#790')).toEqual(['b']);
      expect(await names('#1')).toEqual(['b']);
      expect(await names('#2')).toEqual([]);
    });

    it('counts incidents by area within a window', async () => {
      await save(sample({ externalId: 'a', happenedAt: '2026-09-09T00:00:00Z' }), ['app/billing', 'Gemfile']);
      await save(sample({ externalId: 'b', happenedAt: '2026-09-05T00:00:00Z' }), ['app/billing', 'app/billing']);
      await save(sample({ externalId: 'c', happenedAt: '2026-08-01T00:00:00Z' }), ['app/billing', HOSTILE_TEXT]);
      await save(sample({ externalId: 'd', happenedAt: '2026-09-09T00:00:00Z' }), []);
      expect(await store.attributions.window(id, 7, NOW)).toEqual({
        windowDays: 7,
        total: 2,
        areas: [
          { path: 'Gemfile', incidents: 1 },
          { path: 'app/billing', incidents: 2 },
        ],
      });
      expect(await store.attributions.window(id, 60, NOW)).toMatchObject({ total: 3 });
      expect(await store.attributions.window(id, 60, NOW - 90 * DAY)).toEqual({ windowDays: 60, total: 0, areas: [] });
      await save(sample({ externalId: 'b', happenedAt: '2026-09-05T00:00:00Z' }), []);
      expect((await store.attributions.window(id, 7, NOW)).areas.at(-1)).toEqual({ path: 'app/billing', incidents: 1 });
    });

    it('a calibration for each repository', async () => {
      expect(await store.attributions.calibration(id)).toBeNull();
      await store.attributions.saveCalibration(id, { intercept: 0, slope: 1 });
      await store.attributions.saveCalibration(id, { intercept: 0.5, slope: 1, steps: [{ from: 0, value: 0.1 }] });
      expect(await store.attributions.calibration(id)).toEqual({
        intercept: 0.5,
        slope: 1,
        steps: [{ from: 0, value: 0.1 }],
      });
    });

    it('what was said of an incident can be taken back', async () => {
      const key = sample();
      await store.incidents.judge(key, { fact: 'no-change', note: '', by: 'mona', at: '2026-09-03T00:00:00Z' });
      await store.incidents.unjudge(key, 'no-change');
      await store.incidents.unjudge(key, 'no-change');
      const table = harness.table('incident_judgements');
      expect(await harness.sql(`select * from ${table} where installation_id = ${id}`)).toEqual([]);
    });
  });
}
