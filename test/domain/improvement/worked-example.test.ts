import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rateRatio } from '../../../src/domain/stats/rate-ratio.ts';
import { mantelHaenszelRate } from '../../../src/domain/stats/mantel-haenszel-rate.ts';
import { poissonRate } from '../../../src/domain/stats/poisson-rate.ts';
import { dispersionOf, logRatio, quasiRateRatio } from '../../../src/domain/stats/quasi-rate-ratio.ts';
import { poissonDensity } from '../../../src/domain/stats/saddle-point.ts';
import { eventsNeededBefore, smallestDetectableRatio } from '../../../src/domain/stats/smallest-detectable-ratio.ts';
import { chiSquareUpperTail } from '../../../src/domain/stats/gamma-distribution.ts';

const TEXT = readFileSync(join(import.meta.dirname, '../../../docs/evidence.md'), 'utf8');

/** The rows of the table under a heading, cells trimmed. */
function table(heading: string): string[][] {
  const section = TEXT.split(`### ${heading}\n`)[1]?.split('\n#')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const PERIODS = table('Periods').map(([window = '', merged, incidents]) => ({
  window,
  exposure: Number(merged),
  events: Number(incidents),
}));
const STRATA = table('Strata').map(([stratum, ...cells]) => {
  const [mergedBefore = 0, before = 0, mergedAfter = 0, after = 0] = cells.map(Number);
  return {
    stratum,
    second: { events: before, exposure: mergedBefore },
    first: { events: after, exposure: mergedAfter },
  };
});
const RESULTS = new Map(table('Results').map(([name = '', value = '']) => [name, value]));

function total(window: string) {
  const periods = PERIODS.filter((period) => period.window === window);
  const sum = (key: 'events' | 'exposure') => periods.reduce((all, period) => all + period[key], 0);
  return { events: sum('events'), exposure: sum('exposure') };
}

const before = total('before');
const after = total('after');
const expected = PERIODS.map(({ window, events, exposure }) => {
  const own = window === 'before' ? before : after;
  return { events, expected: (own.events / own.exposure) * exposure };
});
const dispersion = dispersionOf(expected, 2);
const crude = quasiRateRatio(after, before, dispersion);
const exact = rateRatio(after, before);
const adjusted = mantelHaenszelRate(STRATA);
const widened = logRatio(adjusted.ratio ?? 0, (adjusted.logError ?? 0) * Math.sqrt(dispersion.phi), dispersion.df);

function range({ lower, upper }: { readonly lower: number | null; readonly upper: number | null }): string {
  return `${lower?.toFixed(3)} – ${upper?.toFixed(3)}`;
}

/** The mean of a Poisson count, given that it reached a limit. */
function meanFrom(limit: number, mean: number): number {
  let mass = 0;
  let sum = 0;
  for (let x = limit; x < 100; x++) {
    mass += poissonDensity(x, mean);
    sum += x * poissonDensity(x, mean);
  }
  return sum / mass;
}

describe('the worked example of docs/evidence.md', () => {
  it('has the same totals by period and by stratum', () => {
    expect(PERIODS).toHaveLength(16);
    expect(STRATA.reduce((sum, { second }) => sum + second.events, 0)).toBe(before.events);
    expect(STRATA.reduce((sum, { first }) => sum + first.exposure, 0)).toBe(after.exposure);
  });

  it.each([
    ['Incidents per 100 merged, before', ((100 * before.events) / before.exposure).toFixed(3)],
    ['Incidents per 100 merged, after', ((100 * after.events) / after.exposure).toFixed(3)],
    ['Its exact interval (Garwood)', range(poissonRate({ ...after, exposure: after.exposure / 100 }).interval)],
    ['Crude rate ratio', crude.ratio?.toFixed(3)],
    ['Dispersion φ', dispersion.phi.toFixed(3)],
    ['Degrees of freedom', String(dispersion.df)],
    ['Dispersion-adjusted interval', range(crude.interval)],
    ['Dispersion-adjusted p', crude.p?.toFixed(4)],
    ['Exact mid-p interval', range(exact.midP)],
    ['Exact mid-p p', exact.pMidP.toFixed(4)],
    ['Mantel–Haenszel ratio', adjusted.ratio?.toFixed(3)],
    ['Its dispersion-adjusted interval', range(widened.interval)],
    [
      'Homogeneity p',
      chiSquareUpperTail(adjusted.homogeneity.chiSquare / dispersion.phi, adjusted.homogeneity.df).toFixed(3),
    ],
    [
      'Smallest detectable ratio',
      smallestDetectableRatio({
        eventsBefore: before.events,
        exposureRatio: after.exposure / before.exposure,
        dispersion: dispersion.phi,
        df: dispersion.df,
      })?.toFixed(3) ?? 'none',
    ],
    ['Incidents needed before for ratio 0.7', String(eventsNeededBefore(0.7, dispersion.phi))],
    [
      'A bad quarter (≥ 8 where 4 are usual), then an ordinary one',
      `−${(100 * (1 - 4 / meanFrom(8, 4))).toFixed(1)} %`,
    ],
  ])('%s', (name, value) => {
    expect(RESULTS.get(name)).toBe(value);
  });

  it('prints no number that is not recomputed', () => {
    expect(RESULTS.size).toBe(16);
  });
});
