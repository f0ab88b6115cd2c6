import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRelease, indexShipments, type Shipped } from '../../../src/domain/monitoring/find-release.ts';
import { findRuns } from '../../../src/domain/monitoring/find-runs.ts';
import { MAX_RUNS } from '../../../src/domain/monitoring/watch.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 8, 1) + hour * 3_600_000).toISOString();
const change = { position: 10, mergedAt: at(0) };
const shipments = (...told: readonly (readonly [number, number | null])[]) =>
  told.map(([hour, position]) => ({ at: at(hour), atMs: Date.parse(at(hour)), position }));

describe('findRuns', () => {
  it.each([
    ['nothing', shipments(), []],
    ['its own commit', shipments([1, 10]), [[1, null]]],
    ['a later commit', shipments([1, 15]), [[1, null]]],
    ['only earlier ones', shipments([1, 9], [2, 3]), []],
    ['the same again and later ones', shipments([1, 10], [2, 10], [3, 12]), [[1, null]]],
    ['an earlier one over it', shipments([1, 12], [2, 9]), [[1, 2]]],
    [
      'in and out and in',
      shipments([1, 12], [2, 9], [3, 8], [4, 20]),
      [
        [1, 2],
        [4, null],
      ],
    ],
    ['commits without a place', shipments([1, null], [2, 10], [3, null]), [[2, null]]],
    ['what was shipped before it was merged', shipments([-1, 99], [1, 9], [2, 10]), [[2, null]]],
  ])('%s', (_name, told, runs) => {
    expect(findRuns(told, change)).toEqual(
      runs.map(([from = null, to = null]) => ({ at: at(from ?? 0), takenOutAt: to === null ? null : at(to) })),
    );
  });

  it('runs do not overlap, whatever is shipped, and their number is bounded', () => {
    const told = fc.array(fc.tuple(fc.integer({ min: -5, max: 200 }), fc.option(fc.integer({ min: 0, max: 20 }))), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(told, (given) => {
        const inOrder = shipments(...given.toSorted(([a], [b]) => a - b));
        const runs = findRuns(inOrder, change);
        expect(runs.length).toBeLessThanOrEqual(MAX_RUNS);
        for (const [index, one] of runs.entries()) {
          const next = runs[index + 1];
          if (next === undefined) continue;
          expect(one.takenOutAt).not.toBeNull();
          expect(Date.parse(one.takenOutAt ?? '')).toBeLessThanOrEqual(Date.parse(next.at));
        }
        const lastKnown = inOrder
          .filter((one) => one.position !== null && Date.parse(one.at) >= Date.parse(at(0)))
          .at(-1);
        const isOut = runs.length > 0 && runs.at(-1)?.takenOutAt === null;
        expect(isOut).toBe((lastKnown?.position ?? -1) >= change.position);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe('findRelease', () => {
  const to = (environment: string, hour: number, position: number | null, kind: Shipped['kind'] = 'deployment') => ({
    environment,
    kind,
    at: at(hour),
    position,
  });

  it('is that of the environment which had it first; others do not roll it back', () => {
    const told = [to('eu', 1, 12), to('us', 2, 12), to('us', 3, 4)];
    expect(findRelease(indexShipments(told), change)).toEqual({
      environment: 'eu',
      openedBy: 'deployment',
      runs: [{ at: at(1), takenOutAt: null }],
    });
  });

  it('knows an environment in any case, and what opened it', () => {
    const told = [to('Production', 1, 4), to('production', 2, 10), to('PRODUCTION', 3, 2)];
    expect(findRelease(indexShipments(told), change)).toEqual({
      environment: 'production',
      openedBy: 'deployment',
      runs: [{ at: at(2), takenOutAt: at(3) }],
    });
    expect(findRelease(indexShipments([to('release', 1, 10, 'release')]), change)?.openedBy).toBe('release');
  });

  it('is null where nothing brought it', () => {
    expect(findRelease(indexShipments([to('production', 1, 4), to('production', 2, null)]), change)).toBeNull();
  });
});
