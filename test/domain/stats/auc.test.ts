import { describe, expect, it } from 'vitest';
import { auc, compareAuc } from '../../../src/domain/stats/auc.ts';

const LABELS = [1, 1, 1, 1, 0, 0, 0, 0, 0, 1].map(Boolean);
const FIRST = [9, 8, 7, 4, 6, 3, 2, 5, 1, 6];
const SECOND = [5, 9, 3, 6, 4, 7, 1, 2, 8, 8];

describe('auc', () => {
  // R pROC: ci.auc(roc(label, score, direction = "<")), roc.test(method = "delong")
  it('has DeLong’s interval, cut to [0, 1]', () => {
    const found = auc(LABELS.map((positive, i) => ({ positive, score: FIRST[i] ?? 0 })));
    expect(found.auc).toBeCloseTo(0.9, 12);
    expect(found.interval.lower).toBeCloseTo(0.704003601545995, 12);
    expect(found.interval.upper).toBe(1);
  });

  it('compares two scores on the same cases', () => {
    const found = compareAuc(LABELS, FIRST, SECOND);
    expect(found.second.auc).toBeCloseTo(0.7, 12);
    expect(found.second.interval.lower).toBeCloseTo(0.338600498196801, 12);
    expect(found.z).toBeCloseTo(0.885614885540096, 10);
    expect(found.p).toBeCloseTo(0.375825087488698, 10);
  });

  it('cannot tell a score from itself', () => {
    expect(compareAuc(LABELS, FIRST, FIRST)).toMatchObject({ z: null, p: null });
  });

  it('needs both classes, and two of each for an interval', () => {
    expect(auc([{ positive: true, score: 1 }])).toEqual({ auc: null, interval: { lower: 0, upper: 1 } });
    expect(compareAuc([true, true], [1, 2], [2, 1]).p).toBeNull();
    const one = [
      { positive: true, score: 2 },
      { positive: false, score: 1 },
    ];
    expect(auc(one)).toEqual({ auc: 1, interval: { lower: 0, upper: 1 } });
    expect(compareAuc([true, false], [2, 1], [1, 2]).p).toBeNull();
  });
});
