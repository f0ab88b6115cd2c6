import { describe, expect, it } from 'vitest';
import { type ClusteredSurvival, clusteredLogRank } from '../../../src/domain/stats/clustered-log-rank.ts';
import { logRank } from '../../../src/domain/stats/log-rank.ts';

/** R survival::aml, given six authors and two strata in turn. */
const TIMES = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45];
const CENSORED = [2, 5, 8, 10, 16];
const SUBJECTS: readonly ClusteredSurvival[] = TIMES.map((time, i) => ({
  time,
  event: !CENSORED.includes(i),
  exposed: i < 11,
  clusters: [i % 6, 1],
  stratum: String(i % 2),
}));

describe('clusteredLogRank', () => {
  it('is the score test of a stratified Cox model with Lin and Wei’s variance', () => {
    // R 4.2.2 survival: residuals(coxph(… + strata(s) + cluster(cl), init = 0, iter = 0, ties = "breslow"), "score")
    const found = clusteredLogRank(SUBJECTS);
    expect(found.observed - found.expected).toBeCloseTo(-3.35674603174603, 10);
    expect(found.chiSquare).toBeCloseTo(4.3852487354607, 9);
    expect(found.clusters).toBe(6);
  });

  it('expects what the plain log-rank test expects', () => {
    const plain = logRank(SUBJECTS.map((one) => ({ ...one, group: one.exposed ? 'a' : 'b' })));
    const found = clusteredLogRank(SUBJECTS);
    expect(found.expected).toBeCloseTo(plain.expected[0] ?? 0, 10);
    const [other, otherExpected] = [plain.observed[1] ?? 0, plain.expected[1] ?? 0];
    expect(found.hazardRatio).toBeCloseTo(found.observed / found.expected / (other / otherExpected), 10);
  });

  it('does not take one author’s many changes for many witnesses', () => {
    const alone = clusteredLogRank(SUBJECTS.map((one) => ({ ...one, clusters: [0, 1] })));
    expect(alone).toMatchObject({ chiSquare: null, p: null, clusters: 1 });
    expect(clusteredLogRank([])).toMatchObject({ observed: 0, expected: 0, chiSquare: null, hazardRatio: null });
  });
});
