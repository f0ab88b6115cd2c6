import { describe, expect, it } from 'vitest';
import { renderMergeGroupCheck } from '../../../src/render/check/render-merge-group-check.ts';
import { fieldsMissing, halfStatement, highRisk, judged } from './judged-examples.ts';

const good = { kind: 'judged', ...judged(12) } as const;
const bad = {
  kind: 'judged',
  ...judged(13, { statement: halfStatement, assessment: highRisk, decision: fieldsMissing }, { title: 'Add an index' }),
} as const;
const lost = { kind: 'unreadable', number: 14 } as const;

describe('renderMergeGroupCheck', () => {
  it('shows the members as one', () => {
    const check = renderMergeGroupCheck([good, bad], { locale: 'en', whenUnreadable: 'failure' });
    expect(check.conclusion).toBe('failure');
    expect(check.title).toBe('Still missing: Rollback and Monitoring · risk: high · 2 pull requests in the queue');
    expect(check.summary).toBe(
      [
        'This merge group holds 2 pull requests, judged as one: the worst result counts.',
        '',
        '| Pull request | Result | Risk |',
        '| --- | --- | --- |',
        '| #13 Add an index | ❌ Still missing: Rollback and Monitoring | high |',
        '| #12 Speed up search | ✅ Technical impact stated | low |',
        '',
        '### #13 Add an index',
        '',
        'At high risk, a few words are needed on: **Rollback** and **Monitoring**.',
      ].join('\n'),
    );
    expect(check.actions.map(({ identifier }) => identifier)).toEqual(['recheck']);
  });

  it('passes when all members pass', () => {
    const check = renderMergeGroupCheck([good], { locale: 'ja', whenUnreadable: 'failure' });
    expect(check.conclusion).toBe('success');
    expect(check.title).toBe('技術的な影響が記載されています（リスク: 低、キュー内の PR 1 件）');
  });

  it.each([
    ['nobody', [], 'failure', 'failure', 'No pull request of this merge group could be found'],
    ['nobody, advising', [], 'neutral', 'neutral', 'No pull request of this merge group could be found'],
    ['one that cannot be read', [lost], 'failure', 'failure', '1 pull request of the merge group could not be read'],
    [
      'a good one and one that cannot be read',
      [good, lost],
      'failure',
      'failure',
      '1 pull request of the merge group could not be read',
    ],
    ['the same, advising', [good, lost], 'neutral', 'neutral', '1 pull request of the merge group could not be read'],
    [
      'a bad one and one that cannot be read',
      [bad, lost],
      'neutral',
      'failure',
      'Still missing: Rollback and Monitoring · risk: high · 2 pull requests in the queue',
    ],
  ] as const)('never passes blindly: %s', (_what, members, whenUnreadable, conclusion, title) => {
    const check = renderMergeGroupCheck(members, { locale: 'en', whenUnreadable });
    expect(check.conclusion).toBe(conclusion);
    expect(check.title).toBe(title);
    expect(check.summary).toContain('Take the pull request out of the queue and add it again.');
  });

  it('names the member that cannot be read', () => {
    const { summary } = renderMergeGroupCheck([good, lost], { locale: 'en', whenUnreadable: 'failure' });
    expect(summary).toContain('| #14 | ❌ could not be read | unknown |');
  });
});
