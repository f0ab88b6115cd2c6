import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { proposeExpectations } from '../../../src/domain/project/propose-expectations.ts';
import { renderProposal } from '../../../src/render/project/render-proposal.ts';
import { sampleRecord, TODAY } from './sample-record.ts';

const period = { from: TODAY - 83, to: TODAY + 1 };

const record = sampleRecord(
  [
    ...Array.from({ length: 12 }, (_, week) => ({
      ago: week * 7 + 2,
      changes: 9,
      waits: [0.2, 0.4, 3.2],
      rounds: [1, 2, 2],
      reverted: week === 3 ? 1 : 0,
    })),
    { ago: 3, changes: 19, watched: 'done' },
    { ago: 3, changes: 1, watched: 'lapsed' },
  ],
  [
    { ago: 2, kind: 'incident' },
    { ago: 40, kind: 'regression' },
    { ago: 41, kind: 'near-miss' },
  ],
);

describe('proposeExpectations', () => {
  const proposed = proposeExpectations(record, 'refactor', period);

  it('asks for no worse than what was, in steps that people choose', () => {
    expect(Object.fromEntries(proposed.map(({ measure, target }) => [measure, target]))).toEqual({
      'incidents-per-100-prs': 1.6,
      'incidents-per-28d': 1,
      'regressions-per-28d': 1,
      'near-misses-per-28d': 1,
      'change-fail-rate': 0.01,
      monitored: 0.95,
      'lead-time-p50': 10 * 3_600,
      'lead-time-p90': 4 * 86_400,
      'merged-prs-per-week': 11,
      'review-rounds-p50': 2,
    });
    expect(proposed[0]?.measured).toMatchObject({ counted: 2, outOf: 128 });
  });

  it('is YAML that the configuration takes as it is', () => {
    const yaml = renderProposal([{ id: 'refactor', expectations: proposed }], period, 'ja');
    expect(yaml).toContain('      lead-time-p50: 10h # 9.6 時間');
    const whole = yaml.replace('    expect:', '    match: { labels: [x] }\n    expect:');
    const parsed = parseConfig(whole, { path: 'impact.yml' });
    expect('problems' in parsed ? parsed.problems : []).toEqual([]);
    if ('problems' in parsed) return;
    const wanted = proposed.map(({ measure, target }) => ({ measure, target }));
    expect(parsed.config.projects[0]?.expectations).toEqual(wanted);
  });

  it('proposes nothing where nothing was, and leaves out what nobody counted', () => {
    expect(proposeExpectations(record, 'other', period)).toEqual([]);
    const bare = proposeExpectations(sampleRecord([{ ago: 3, changes: 2 }]), 'refactor', period);
    expect(bare.map(({ measure }) => measure)).not.toContain('monitored');
    expect(bare.find(({ measure }) => measure === 'incidents-per-28d')?.target).toBe(0);
  });
});
