import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import type { Store } from '../../src/ports/store.ts';
import { loadRecord } from '../../src/usecases/load-record.ts';
import { refreshRecord } from '../../src/usecases/refresh-record.ts';
import {
  attribution,
  candidate,
  exposure,
  incident,
  judgement,
  monitoringWindow,
} from '../domain/record/record-samples.ts';
import { BIG_ID, sampleRepository } from '../storage/samples.ts';

const START = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;
const iso = (hours: number) => new Date(START + hours * HOUR).toISOString();
const AT = iso(24 * 60);

function config(control: string): Config {
  const text = `
projects:
  refactor: { title: Refactor, match: { labels: [refactor], paths: ["app/**"] } }
incidents: { services: { search: ["lib/**"] } }
monitoring: { environments: [production] }
actions:
  - { id: statements, title: State it, started: 2026-01-20, coverage: statements, control: { paths: ["${control}"] } }
`;
  const parsed = parseConfig(text, { path: '.github/impact.yml' });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed));
  return parsed.config;
}

const number = fc.integer({ min: 1, max: 12 });
const hour = fc.integer({ min: 0, max: 24 * 40 });
const step = fc.oneof(
  fc.record({ do: fc.constant('merge' as const), number, hour, path: fc.constantFrom('app/a', 'lib/b', 'legacy/c') }),
  fc.record({ do: fc.constant('push' as const), number, hour }),
  fc.record({ do: fc.constant('extend' as const), from: fc.integer({ min: -3, max: 12 }) }),
  fc.record({ do: fc.constant('cut' as const), from: number }),
  fc.record({ do: fc.constant('deploy' as const), id: number, number, hour, ok: fc.boolean() }),
  fc.record({
    do: fc.constant('watch' as const),
    number,
    state: fc.constantFrom('open', 'done', 'lapsed', 'reverted'),
  }),
  fc.record({ do: fc.constant('report' as const), id: number, hour, withdrawn: fc.boolean() }),
  fc.record({
    do: fc.constant('attribute' as const),
    id: number,
    units: fc.uniqueArray(number, { maxLength: 3 }),
    fixed: fc.boolean(),
  }),
  fc.record({ do: fc.constant('decide' as const), id: number, number, confirmed: fc.boolean() }),
  fc.record({ do: fc.constant('undecide' as const), id: number, number }),
  fc.record({ do: fc.constant('judge' as const), id: number }),
  fc.record({ do: fc.constant('refresh' as const), other: fc.boolean() }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A repository that lives: eight changes on the main line, two of them deployed. */
const BASE: readonly Step[] = [
  ...[1, 5].map((from) => ({ do: 'extend' as const, from })),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ do: 'merge' as const, number: n, hour: 24 * n, path: 'app/a' as const })),
  { do: 'deploy', id: 1, number: 2, hour: 60, ok: true },
  { do: 'deploy', id: 2, number: 6, hour: 150, ok: true },
  { do: 'report', id: 1, hour: 100, withdrawn: false },
  { do: 'attribute', id: 1, units: [2, 3], fixed: true },
];

interface OpenStore {
  readonly store: Store;
  readonly close: () => Promise<void>;
}

/** What is kept after any history of events is what counting from nothing gives. */
export function describeRecordEquality(open: () => Promise<OpenStore>, numRuns: number): void {
  let harness: OpenStore;
  let id = BIG_ID;
  const [first, second] = [config('legacy/**'), config('lib/**')];
  beforeAll(async () => {
    harness = await open();
  });
  afterAll(() => harness.close());

  it('counting again what was marked equals counting everything', async () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        id += 1;
        const { store } = harness;
        const repository = sampleRepository({ id });
        for (const one of BASE) await take(store, id, one, [first, second]);
        // What was counted before each step is what a missing mark would leave behind.
        for (const one of history) {
          await refreshRecord({ store }, repository, first);
          await take(store, id, one, [first, second]);
        }
        const kept = await loadRecord({ store }, repository, first, AT);
        await store.transaction((session) => session.records.forget(id));
        expect(kept).toEqual(await loadRecord({ store }, repository, first, AT));
      }),
      { seed: 11, numRuns },
    );
  });
}

const { installationId } = sampleRepository();

async function take(store: Store, repositoryId: number, one: Step, configs: readonly [Config, Config]): Promise<void> {
  const key = (incidentId: number) => ({
    installationId,
    source: 'issue' as const,
    externalId: `${repositoryId}#${incidentId}`,
  });
  switch (one.do) {
    case 'merge': {
      const merged = exposure({
        repositoryId,
        number: one.number,
        sha: `c${one.number}`,
        openedAt: iso(one.hour - 30),
        mergedAt: iso(one.hour),
        author: { id: one.number % 5, type: 'user' },
        labels: one.hour % 2 === 0 ? ['refactor'] : [],
        files: [{ path: one.path, status: 'modified', additions: 1, deletions: 0 }],
        judgement: judgement({ status: one.hour % 3 === 0 ? 'missing' : 'stated' }),
      });
      return store.transaction((session) => session.exposures.save([merged]));
    }
    case 'push': {
      const sha = `c${one.number}`;
      const pushed = exposure({
        repositoryId,
        number: null,
        sha,
        mergedAt: iso(one.hour),
        openedAt: null,
        judgement: null,
      });
      return store.transaction((session) => session.exposures.save([pushed]));
    }
    case 'extend': {
      const commits = [0, 1, 2, 3].map((i) => one.from + i);
      const rows = commits.map((position) => ({
        sha: `c${position}`,
        position,
        unit: `#${position}`,
        committedAt: iso(position),
      }));
      return store.transaction((session) => session.mainLine.save(repositoryId, rows));
    }
    case 'cut':
      return store.mainLine.cut(repositoryId, one.from, one.from + 3);
    case 'deploy': {
      const { id, hour: at, ok } = one;
      const state = ok ? ('success' as const) : ('failure' as const);
      const environment = id % 4 === 0 ? 'staging' : 'production';
      const deployed = {
        repositoryId,
        kind: 'deployment' as const,
        id,
        environment,
        sha: `c${one.number}`,
        state,
        at: iso(at),
      };
      return store.transaction((session) => session.deployments.save([deployed]));
    }
    case 'watch': {
      const { number: of, state } = one;
      return store.windows.save(monitoringWindow({ repositoryId, unit: `#${of}`, number: of, state: state as 'done' }));
    }
    case 'report': {
      const state = one.withdrawn ? ('withdrawn' as const) : ('open' as const);
      await store.incidents.report({ ...incident({ repositoryId, state, startedAt: iso(one.hour) }), ...key(one.id) });
      return;
    }
    case 'attribute': {
      const candidates = one.units.map((unit, i) => candidate(`#${unit}`, 0.7 - 0.3 * i));
      const fixes = one.fixed ? [1] : [];
      const found = { ...attribution({ repositoryId, candidates, fixes }), ...key(one.id) };
      return store.transaction((session) => session.attributions.save(found, []));
    }
    case 'decide': {
      const verdict = one.confirmed ? ('confirmed' as const) : ('rejected' as const);
      const decision = {
        unit: `#${one.number}`,
        verdict,
        by: 'mona',
        why: '',
        at: iso(0),
        blind: false,
        leading: null,
      };
      return store.attributions.decide(key(one.id), decision);
    }
    case 'undecide':
      return store.attributions.undecide(key(one.id), `#${one.number}`);
    case 'judge':
      return store.incidents.judge(key(one.id), { by: 'mona', at: iso(0), fact: 'no-change', note: '' });
    case 'refresh':
      return refreshRecord({ store }, sampleRepository({ id: repositoryId }), configs[one.other ? 1 : 0]);
  }
}
