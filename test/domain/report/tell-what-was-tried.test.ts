import { describe, expect, it } from 'vitest';
import { estimateActions } from '../../../src/domain/improvement/estimate-action.ts';
import type { Evidence } from '../../../src/domain/improvement/evidence.ts';
import { dayOf } from '../../../src/domain/calendar.ts';
import { tellWhatWasTried } from '../../../src/domain/report/tell-what-was-tried.ts';
import type { TriedAction } from '../../../src/domain/report/tried-action.ts';
import { renderReportMarkdown } from '../../../src/render/report/markdown/render-report-markdown.ts';
import { generateHistory } from '../improvement/generate-history.ts';
import { sampleReport } from '../../support/report/sample-report.ts';

const YEARS = { seed: 11, days: 800, pace: 6, rate: 0.02, start: 420, measure: 'statements', ramp: 20 } as const;

function tell(evidence: Evidence): TriedAction {
  const [estimate] = estimateActions(evidence);
  if (estimate === undefined) throw new Error('no action');
  return tellWhatWasTried(estimate, null);
}

function firstLine(action: TriedAction): string {
  const report = sampleReport({ tried: [action] });
  const options = { locale: 'en', repositoryUrl: null, titled: false, marker: null, previousUrl: null } as const;
  return renderReportMarkdown(report, options).split('\n')[0] ?? '';
}

describe('tellWhatWasTried', () => {
  it('tells an effect with its windows, in order and apart', () => {
    const action = tell(generateHistory({ ...YEARS, ratio: 0.5 }));
    expect(action).toMatchObject({ answer: 'improved', because: null, endpoint: ['regression', 'incident'] });
    const { before, after, washout, effect } = action;
    if (!before || !after || !washout || !effect) throw new Error('no windows');
    expect([before.from, before.to, washout.to, after.from, after.to].toSorted()).toEqual([
      before.from,
      before.to,
      washout.to,
      after.from,
      after.to,
    ]);
    expect(dayOf(after.to)).toBeLessThanOrEqual(dayOf(action.frozenOn) - action.followUp.days);
    expect(before.merged).toBeGreaterThan(1_000);
    expect(effect.interval.lower).toBeLessThan(effect.ratio ?? 0);
    expect(effect.interval.upper).toBeGreaterThan(effect.ratio ?? 1);
    expect(action.beside?.guard.ratio).toBeGreaterThan(0);
    expect(firstLine(action)).toMatch(/^\*\*Improved: “.+”\.\*\*$/);
  });

  it('tells what failed, and what it takes to tell', () => {
    const action = tell(generateHistory({ ...YEARS, ratio: 1 }));
    expect(action).toMatchObject({ answer: 'cannot-tell', because: { code: 'interval', holds: false } });
    expect(action.needs.map(({ ratio }) => ratio)).toEqual([0.7, 0.5]);
    expect(firstLine(action)).toMatch(/^\*\*Cannot tell yet: “.+”/);
  });

  it('tells harm as harm', () => {
    const action = tell(generateHistory({ ...YEARS, ratio: 2.2 }));
    expect(action).toMatchObject({ answer: 'worse', direction: 'worse' });
    expect(firstLine(action)).toMatch(/^\*\*Worse: “.+”\.\*\*$/);
  });

  it('an action that starts tomorrow has no windows to tell', () => {
    const evidence = generateHistory({ ...YEARS, ratio: 1 });
    const actions = evidence.actions.map((one) => ({ ...one, announcedAt: evidence.today + 1 }));
    expect(tell({ ...evidence, actions })).toMatchObject({
      answer: 'cannot-tell',
      because: { code: 'started', because: 'not-started' },
      effect: null,
      before: null,
      after: null,
      beside: null,
      needs: [],
    });
  });
});
