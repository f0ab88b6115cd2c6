import { describe, expect, it } from 'vitest';
import { decideVerdict, type VerdictEvidence } from '../../../src/domain/improvement/decide-verdict.ts';
import { detectableEffect } from '../../../src/domain/improvement/detectable-effect.ts';
import { estimateRatio } from '../../../src/domain/improvement/estimate-ratio.ts';
import type { VerdictCondition } from '../../../src/domain/improvement/verdict.ts';
import { change } from './generate-history.ts';
import { tallyWeighted } from './tally-weighted.ts';

const EMPTY = estimateRatio(
  tallyWeighted([], 'it', { from: 0, to: 10 }),
  { before: { from: 0, to: 5 }, after: { from: 5, to: 10 } },
  'crude',
);

interface Numbers {
  readonly ratio: number | null;
  readonly interval: readonly [number, number | null];
  readonly guarded: readonly [number, number | null] | null;
  readonly links: readonly [number | null, number | null];
  readonly placebos: readonly [number, number | null, number | null];
}

const GOOD: Numbers = {
  ratio: 0.5,
  interval: [0.3, 0.8],
  guarded: [0.3, 0.9],
  links: [0.4, 0.9],
  placebos: [30, 0.97, 0.03],
};
const BAD: Numbers = { ratio: 2, interval: [1.3, 3], guarded: [1.1, 3], links: [1.2, 2.5], placebos: [30, 0.03, 0.97] };

function evidence({ ratio, interval, guarded, links, placebos }: Numbers): VerdictEvidence {
  const log = (bounds: readonly [number, number | null]) => ({
    ratio,
    error: 0.2,
    p: 0.01,
    interval: { lower: bounds[0], upper: bounds[1] },
  });
  return {
    main: { ...EMPTY, ...log(interval), problem: ratio === null ? 'no-events' : null },
    guard: {
      signal: null,
      trigger: { from: 0, to: 0 },
      priorWindows: guarded ? 20 : 3,
      expectedBefore: null,
      observedBefore: 0,
      weight: null,
      estimate: log(guarded ?? [0, null]),
      difference: null,
      problem: guarded ? null : 'too-few-windows',
    },
    links: {
      draws: 1,
      pooled: log(interval),
      unlinkedBefore: 0,
      unlinkedAfter: 0,
      lowest: links[0],
      highest: links[1],
    },
    placebos: {
      dates: placebos[0],
      ratios: [],
      shareAbove: placebos[1],
      shareBelow: placebos[2],
      enough: placebos[0] >= 19,
    },
  };
}

describe('decideVerdict', () => {
  it.each([
    ['improved', GOOD, 'improved', []],
    ['improved without enough placebos', { ...GOOD, placebos: [18, 0.2, 0.8] }, 'improved', []],
    ['improved at exactly 95 % of placebos', { ...GOOD, placebos: [20, 0.95, 0.05] }, 'improved', []],
    ['the interval reaches 1', { ...GOOD, interval: [0.3, 1] }, 'cannot-tell', ['interval']],
    ['the interval has no end', { ...GOOD, interval: [0, null] }, 'cannot-tell', ['interval']],
    ['the guarded interval reaches 1', { ...GOOD, guarded: [0.4, 1.01] }, 'cannot-tell', ['guarded-interval']],
    ['no guard is possible', { ...GOOD, guarded: null }, 'cannot-tell', ['guarded-interval']],
    ['the worst links turn the sign', { ...GOOD, links: [0.3, 1] }, 'cannot-tell', ['worst-case-links']],
    ['the worst links are unknown', { ...GOOD, links: [null, null] }, 'cannot-tell', ['worst-case-links']],
    ['placebos do as well', { ...GOOD, placebos: [19, 0.94, 0.06] }, 'cannot-tell', ['beyond-placebos']],
    ['worse', BAD, 'worse', []],
    ['worse: the interval reaches 1', { ...BAD, interval: [1, 3] }, 'cannot-tell', ['interval']],
    ['worse: the guarded interval reaches 1', { ...BAD, guarded: [0.99, 3] }, 'cannot-tell', ['guarded-interval']],
    ['worse: the worst links turn the sign', { ...BAD, links: [0.99, 3] }, 'cannot-tell', ['worst-case-links']],
    ['worse: placebos do as well', { ...BAD, placebos: [40, 0.1, 0.9] }, 'cannot-tell', ['beyond-placebos']],
    ['no estimate', { ...GOOD, ratio: null, interval: [0, null] }, 'cannot-tell', ['estimable', 'interval']],
  ] as const)('%s', (_, numbers, answer, failed) => {
    const verdict = decideVerdict([], evidence(numbers));
    expect(verdict.answer).toBe(answer);
    expect(verdict.failed.map(({ code }) => code)).toEqual(failed);
    expect(verdict.conditions).toHaveLength(5);
  });

  it('every condition must hold, those of the design too, and it comes first', () => {
    const condition: VerdictCondition = { code: 'sole-action', holds: false, overlapping: ['b'] };
    const verdict = decideVerdict([condition], evidence({ ...GOOD, interval: [0.3, 1.2] }));
    expect(verdict.answer).toBe('cannot-tell');
    expect(verdict.failed.map(({ code }) => code)).toEqual(['sole-action', 'interval']);
  });

  it('cannot tell anything without evidence', () => {
    expect(decideVerdict([], null)).toMatchObject({ answer: 'cannot-tell', direction: 'improved' });
  });
});

describe('detectableEffect', () => {
  const windows = { before: { from: 0, to: 70 }, after: { from: 70, to: 140 } };
  const estimate = (before: number, after: number, days = 140) =>
    estimateRatio(
      tallyWeighted(
        Array.from({ length: days }, (_, day) => ({
          day,
          traits: change('any', 0),
          exposure: 10,
          events: (day < 70 ? before : after) / 70,
        })),
        'it',
        { from: 0, to: 140 },
      ),
      windows,
      'crude',
    );

  it('says what these windows could have shown, and what it takes for more', () => {
    const effect = detectableEffect(estimate(70, 70), windows);
    expect(effect.smallestRatio).toBeGreaterThan(0.5);
    expect(effect.smallestRatio).toBeLessThan(0.62);
    expect(effect.needs[0]).toMatchObject({ ratio: 0.7, incidentsBefore: 150, problem: null });
    expect(effect.needs[0]?.moreWeeks).toBe(Math.ceil((effect.needs[0]?.moreChanges ?? 0) / 70));
    expect(effect.needs[1]).toMatchObject({ ratio: 0.5, moreChanges: 0, moreWeeks: 0 });
  });

  it('says when no number of weeks is enough', () => {
    const effect = detectableEffect(estimate(10, 10), windows);
    expect(effect.smallestRatio).toBeNull();
    expect(effect.needs.map(({ problem }) => problem)).toEqual(['too-few-before', 'too-few-before']);
    expect(detectableEffect(EMPTY, windows).smallestRatio).toBeNull();
  });

  it('takes the pace of the window before when nothing was merged after', () => {
    const effect = detectableEffect(estimate(140, 0, 70), windows);
    expect(effect.needs[0]?.moreWeeks).toBeGreaterThan(0);
    const noPace = { before: { from: 0, to: 3 }, after: { from: 70, to: 70 } };
    expect(detectableEffect(estimate(140, 0, 70), noPace).needs[0]).toMatchObject({
      moreWeeks: null,
      problem: 'no-pace',
    });
  });
});
