import { describe, expect, it } from 'vitest';
import type { Backfill } from '../../src/domain/exposure/backfill.ts';
import { NO_COUNTS } from '../../src/domain/exposure/backfill.ts';
import type { Deployment } from '../../src/domain/exposure/deployment.ts';
import { type Exposure, type JudgementSource, unitOf } from '../../src/domain/exposure/exposure.ts';
import type { ExposureCursor } from '../../src/ports/exposure-store.ts';
import type { Store } from '../../src/ports/store.ts';
import { BIG_ID, HOSTILE_TEXT } from './samples.ts';
import type { StoreHarness } from './store-harness.ts';
import { useStore } from './use-store.ts';

const DAY = Date.UTC(2026, 0, 10);
const at = (minutes: number) => new Date(DAY + minutes * 60_000).toISOString();
const ALWAYS = { from: 0, to: DAY * 2 };
const START = { after: null, limit: 100 };

export function sampleExposure(changes: Partial<Exposure> = {}): Exposure {
  return {
    repositoryId: BIG_ID,
    number: 7,
    sha: 'm7',
    method: 'squash',
    commits: 1,
    baseRef: 'main',
    toDefaultBranch: true,
    title: 'Move the ledger',
    headRef: 'refactor/ledger',
    milestone: null,
    author: { id: 4_294_967_297, type: 'user' },
    openedAt: at(-60),
    readyAt: at(-30),
    mergedAt: at(0),
    additions: 10,
    deletions: 3,
    changedFiles: 1,
    files: [{ path: 'app/ledger.ts', status: 'modified', additions: 10, deletions: 3 }],
    labels: [],
    reviewRounds: 2,
    judgement: null,
    ...changes,
  };
}

function judged(source: JudgementSource, bodyHash: string = source): Exposure['judgement'] {
  return {
    source,
    verdict: 'filled',
    status: 'stated',
    conclusion: 'success',
    level: 'low',
    ruleIds: [],
    mode: 'enforce',
    bodyHash,
    configHash: 'c',
    blastRadius: HOSTILE_TEXT,
  };
}

/** What every store keeps of changes that users were exposed to. */
export function describeExposures(open: () => Promise<StoreHarness>): void {
  let store: Store;
  let id: number;
  useStore(open, (opened, fresh) => {
    store = opened.store;
    id = fresh;
  });

  const sample = (changes: Partial<Exposure> = {}) => sampleExposure({ repositoryId: id, ...changes });
  const save = (...exposures: readonly Exposure[]) => store.transaction((session) => session.exposures.save(exposures));
  const units = (found: readonly Exposure[]) => found.map(unitOf);

  describe('exposures', () => {
    it('come back whole, by unit and by commit, saved once or twice', async () => {
      const given = sample({ title: HOSTILE_TEXT, labels: [HOSTILE_TEXT], judgement: judged('at-merge') });
      await save(given);
      await save(given);
      expect(await store.exposures.find(id, '#7')).toEqual(given);
      expect(await store.exposures.atCommit(id, 'm7')).toEqual(given);
      expect(await store.exposures.inPeriod(id, ALWAYS, START)).toEqual([given]);
      expect(await store.exposures.find(id + 1_000, '#7')).toBeNull();
      expect([...(await store.exposures.known(id, ['#7', '#8']))]).toEqual(['#7']);
      expect([...(await store.exposures.known(id, []))]).toEqual([]);
    });

    it.each([
      ['at-merge', 'of-its-day', 'at-merge'],
      ['present', 'of-its-day', 'of-its-day'],
      ['of-its-day', 'of-its-day', 'of-its-day'],
      [null, 'present', 'present'],
      ['present', null, 'present'],
    ] as const)('a judgement of %s, then one of %s: %s stays', async (first, second, kept) => {
      await save(sample({ judgement: first === null ? null : judged(first, 'first') }));
      await save(sample({ judgement: second === null ? null : judged(second, 'second') }));
      const found = await store.exposures.find(id, '#7');
      expect(found?.judgement?.source).toBe(kept);
      expect(found?.judgement?.bodyHash).toBe(kept === second ? 'second' : 'first');
    });

    it('a pull request takes the place of the direct push that it was taken for', async () => {
      await save(sample({ number: null, judgement: null }));
      expect(units(await store.exposures.inPeriod(id, ALWAYS, START))).toEqual(['m7']);
      await save(sample());
      expect(units(await store.exposures.inPeriod(id, ALWAYS, START))).toEqual(['#7']);
      expect(units(await store.exposures.touching(id, 'app/', ALWAYS, 9))).toEqual(['#7']);
    });

    it('are read in pages, oldest first, also within one second', async () => {
      const all = [3, 1, 2, 5, 4].map((number) =>
        sample({ number, sha: `m${number}`, mergedAt: at(number < 4 ? 0 : number) }),
      );
      await save(...all);
      const read: string[] = [];
      for (let after: ExposureCursor | null = null; ; ) {
        const page: readonly Exposure[] = await store.exposures.inPeriod(id, ALWAYS, { after, limit: 2 });
        const last = page.at(-1);
        if (last === undefined) break;
        read.push(...units(page));
        after = { mergedAt: last.mergedAt, unit: unitOf(last) };
      }
      expect(read).toEqual(['#1', '#2', '#3', '#4', '#5']);
      const middle = { from: DAY + 1, to: Date.parse(at(5)) };
      expect(units(await store.exposures.inPeriod(id, middle, START))).toEqual(['#4']);
    });

    it('are found by folder, by old and new names, whatever the letters', async () => {
      const file = (path: string, previousPath?: string) => ({
        path,
        ...(previousPath === undefined ? {} : { previousPath }),
        status: 'modified' as const,
        additions: 1,
        deletions: 1,
      });
      await save(
        sample({ number: 1, sha: 'm1', files: [file('app/billing/a.ts'), file('app/billing/b.ts')] }),
        sample({ number: 2, sha: 'm2', files: [file('lib/a.ts', 'app/billing/old.ts')], mergedAt: at(1) }),
        sample({ number: 3, sha: 'm3', files: [file('app/billings.ts')] }),
        sample({ number: 4, sha: 'm4', files: [file('app/Billing/a.ts')] }),
        sample({ number: 5, sha: 'm5', files: [file('app/billing/技術😀.ts'), file(HOSTILE_TEXT)] }),
      );
      const touching = async (prefix: string) => units(await store.exposures.touching(id, prefix, ALWAYS, 9));
      expect(await touching('app/billing/')).toEqual(['#2', '#5', '#1']);
      expect(await touching('app/billing/技')).toEqual(['#5']);
      expect(await touching(HOSTILE_TEXT)).toEqual(['#5']);
      expect(await touching('%')).toEqual([]);
      await save(sample({ number: 1, sha: 'm1', files: [file('elsewhere')] }));
      expect(await touching('app/billing/')).toEqual(['#2', '#5']);
      expect(await store.exposures.touching(id, '', { from: 0, to: DAY }, 9)).toEqual([]);
    });

    it('keep a thousand files', async () => {
      const files = Array.from({ length: 1_200 }, (_, index) => ({
        path: `app/${index}`,
        status: 'added' as const,
        additions: 1,
        deletions: 0,
      }));
      await save(sample({ files }));
      expect(units(await store.exposures.touching(id, 'app/1199', ALWAYS, 9))).toEqual(['#7']);
    });

    it('refuse a time that is none, by name', async () => {
      await expect(save(sample({ mergedAt: 'yesterday' }))).rejects.toThrow('Exposure #7 has the time "yesterday"');
    });
  });

  describe('the main line', () => {
    const commit = (sha: string, position: number, unit: string) => ({
      sha,
      position,
      unit,
      committedAt: '2026-01-10T00:00:00Z',
    });

    it('tells its ends, and which commit belongs to which exposure', async () => {
      expect(await store.mainLine.ends(id)).toBeNull();
      await save(sample({ number: 1, sha: 'c' }), sample({ number: null, sha: 'd' }));
      await store.mainLine.save(id, [commit('a', -2, '#1'), commit('b', -1, '#1'), commit('c', 0, '#1')]);
      await store.mainLine.save(id, [commit('c', 0, '#1'), commit('d', 1, 'd')]);
      await store.mainLine.save(id, []);
      expect(await store.mainLine.ends(id)).toEqual({ oldest: commit('a', -2, '#1'), newest: commit('d', 1, 'd') });
      expect(await store.mainLine.find(id, 'b')).toEqual(commit('b', -1, '#1'));
      expect(await store.mainLine.find(id, 'x')).toBeNull();
      expect(units([(await store.exposures.atCommit(id, 'b')) ?? sample()])).toEqual(['#1']);
      expect(await store.exposures.atCommit(id, 'x')).toBeNull();
    });

    it('knows a commit by the beginning of its id, unless several begin so', async () => {
      const [one, two] = ['abcdef12'.padEnd(40, '0'), 'abcdef13'.padEnd(40, '0')];
      await save(sample({ number: 1, sha: one }));
      await store.mainLine.save(id, [commit(two, 0, '#1'), commit(one, 1, '#1')]);
      const at = async (sha: string) => (await store.exposures.atCommit(id, sha))?.number ?? null;
      expect(await at('abcdef12')).toBe(1);
      expect(await at(two.slice(0, 12))).toBe(1);
      expect(await at('abcdef1')).toBeNull();
      expect(await at('abcdef')).toBeNull();
      expect(await at('abcdef14')).toBeNull();
      expect(await at('abcde%_')).toBeNull();
      expect(await store.exposures.atCommit(id + 1_000, 'abcdef12')).toBeNull();
    });

    it('a rebased pull request claims the commits that were taken for direct pushes', async () => {
      await save(
        sample({ number: null, sha: 'b' }),
        sample({ number: null, sha: 'c' }),
        sample({ number: null, sha: 'd' }),
      );
      await store.mainLine.save(id, [commit('b', 1, 'b'), commit('c', 2, 'c'), commit('d', 3, 'd')]);
      await save(sample({ number: 1, sha: 'd', method: 'rebase', commits: 2 }));
      expect(units(await store.exposures.between(id, null, 'd'))).toEqual(['b', '#1']);
      expect(await store.exposures.find(id, 'c')).toBeNull();
      await store.mainLine.save(id, [commit('c', 2, 'c'), commit('d', 3, 'd')]);
      expect((await store.mainLine.find(id, 'c'))?.unit).toBe('#1');
    });

    it('gives what lies between two commits, each once, in their order', async () => {
      await save(sample({ number: 1, sha: 'b' }), sample({ number: 2, sha: 'c' }), sample({ number: null, sha: 'd' }));
      await store.mainLine.save(id, [
        commit('a', 1, '#1'),
        commit('b', 2, '#1'),
        commit('c', 3, '#2'),
        commit('d', 4, 'd'),
      ]);
      expect(units(await store.exposures.between(id, null, 'd'))).toEqual(['#1', '#2', 'd']);
      expect(units(await store.exposures.between(id, 'b', 'c'))).toEqual(['#2']);
      expect(await store.exposures.between(id, 'd', 'a')).toEqual([]);
      expect(await store.exposures.between(id, 'unknown', 'd')).toEqual([]);
    });
  });

  describe('deployments', () => {
    const deployment = (changes: Partial<Deployment> = {}): Deployment => ({
      repositoryId: id,
      kind: 'deployment',
      id: 2 ** 40,
      environment: 'production',
      sha: 'c',
      state: 'success',
      at: '2026-01-10T00:10:00Z',
      ...changes,
    });
    const keep = (...all: readonly Deployment[]) => store.transaction((session) => session.deployments.save(all));
    const all = () => store.deployments.inPeriod(id, null, ALWAYS);

    it('keep their first success, and a failure only until then', async () => {
      await keep(deployment({ state: 'failure' }));
      expect(await all()).toEqual([deployment({ state: 'failure' })]);
      await keep(deployment());
      await keep(deployment({ at: '2026-01-10T00:20:00Z' }), deployment({ state: 'failure' }));
      await keep(deployment({ kind: 'release', environment: 'release' }));
      expect(await all()).toEqual([deployment(), deployment({ kind: 'release', environment: 'release' })]);
      expect(await store.deployments.inPeriod(id, 'production', ALWAYS)).toEqual([deployment()]);
      expect(await store.deployments.inPeriod(id, null, { from: 0, to: DAY })).toEqual([]);
    });

    it('tell which was the first to bring a change to its users', async () => {
      const commit = (sha: string, position: number) => ({ sha, position, unit: sha, committedAt: at(position) });
      await store.mainLine.save(id, [commit('a', 1), commit('b', 2), commit('c', 3)]);
      await keep(
        deployment({ id: 1, sha: 'a', at: at(4) }),
        deployment({ id: 2, sha: 'b', at: at(5), state: 'failure' }),
        deployment({ id: 3, sha: 'c', at: at(6) }),
        deployment({ id: 4, sha: 'c', at: at(7) }),
        deployment({ id: 5, sha: 'b', at: at(8), environment: 'staging' }),
      );
      const firstIds = async (sha: string) => (await store.deployments.firstWith(id, sha)).map((one) => one.id);
      expect(await firstIds('a')).toEqual([1, 5]);
      expect(await firstIds('b')).toEqual([3, 5]);
      expect(await firstIds('c')).toEqual([3]);
      expect(await firstIds('unknown')).toEqual([]);
    });
  });

  it('the last look at the issues of a tracker is replaced', async () => {
    expect(await store.looks.find(id)).toBeNull();
    await store.looks.save(id, 5);
    await store.looks.save(id, 1_800_000_000_000);
    expect(await store.looks.find(id)).toBe(1_800_000_000_000);
  });

  it('backfills are replaced, found and listed', async () => {
    const backfill: Backfill = {
      repositoryId: id,
      since: at(0),
      installationId: 77,
      phase: 'pull-requests',
      cursor: HOSTILE_TEXT,
      head: null,
      steering: { changes: [], complete: true },
      pageSize: 25,
      expected: null,
      counts: NO_COUNTS,
      notBefore: null,
      failures: 0,
      stopped: null,
      startedAt: at(0),
      updatedAt: at(0),
    };
    expect(await store.backfills.find(id)).toBeNull();
    await store.backfills.save(backfill);
    await store.backfills.save({ ...backfill, phase: 'done' });
    expect(await store.backfills.find(id)).toEqual({ ...backfill, phase: 'done' });
    expect((await store.backfills.all()).map(({ repositoryId }) => repositoryId)).toContain(id);
  });
}
