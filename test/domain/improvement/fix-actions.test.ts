import { describe, expect, it } from 'vitest';
import { countEvidence } from '../../../src/domain/improvement/count-evidence.ts';
import { estimateActions } from '../../../src/domain/improvement/estimate-action.ts';
import type { Evidence } from '../../../src/domain/improvement/evidence.ts';
import { fixActions } from '../../../src/domain/improvement/fix-actions.ts';
import { action, change, evidence, FIRST_DAY, generateHistory, incident } from './generate-history.ts';

const fix = (input: Evidence) => fixActions(countEvidence(input));
const years = generateHistory({ seed: 3, days: 500, pace: 6, rate: 0.02, start: 300, ratio: 1, lag: 6 });

/** The same history as it was seen on a day. */
function seenOn(day: number, input: Evidence): Evidence {
  const today = FIRST_DAY + day;
  return {
    ...input,
    today,
    changes: input.changes.filter(({ mergedAt }) => mergedAt < today),
    incidents: input.incidents.filter(({ startedAt }) => startedAt < today),
  };
}

describe('fixActions', () => {
  it('fixes what the rules give for the data until then, with the day', () => {
    const [fixed] = fix(seenOn(310, years));
    const freeze = estimateActions(seenOn(310, years))[0]?.freeze;
    expect(fixed).toEqual({
      ...years.actions[0],
      estimator: freeze?.estimator?.estimator,
      followUpDays: freeze?.followUp.days,
      fixedOn: FIRST_DAY + 310,
    });
    expect(freeze?.registered).toBe(false);
  });

  it('later data move neither the follow-up nor the estimator', () => {
    const actions = fix(seenOn(310, years));
    // From then on incidents show after eighty days, and a control area grows.
    const late = Array.from({ length: 150 }, (_, i) => change(`late ${i}`, FIRST_DAY + 312 + i / 2));
    const slow = late.map(({ id, mergedAt }) => incident(id, mergedAt + 80, [id]));
    const control = Array.from({ length: 60 }, (_, i) =>
      change(`control ${i}`, FIRST_DAY + i, { controlFor: ['statements'] }),
    );
    const harm = control.map(({ id, mergedAt }) => incident(id, mergedAt + 2, [id]));
    const later = {
      ...years,
      changes: [...years.changes, ...late, ...control],
      incidents: [...years.incidents, ...slow, ...harm],
    };
    const moved = estimateActions(later)[0]?.freeze;
    const held = estimateActions({ ...later, actions })[0]?.freeze;
    expect(moved?.estimator?.estimator).toBe('ratio-of-ratios');
    expect(moved?.followUp.days).not.toBe(actions[0]?.followUpDays);
    expect(held).toMatchObject({
      estimator: { estimator: actions[0]?.estimator, because: 'registered' },
      followUp: { days: actions[0]?.followUpDays, source: 'registered' },
      frozenOn: FIRST_DAY + 310,
      registered: true,
    });
    expect(fix({ ...later, actions })).toEqual([]);
  });

  it('each action keeps a length of its own', () => {
    const actions = [action({ followUpDays: 10 }), action({ id: 'other', followUpDays: 40 }), action({ id: 'open' })];
    const days = estimateActions({ ...years, actions }).map(({ freeze }) => freeze.followUp);
    expect(days).toMatchObject([{ days: 10 }, { days: 40 }, { source: 'observed' }]);
  });

  it.each([
    ['it has not started', seenOn(299, years)],
    ['nothing was merged before it', { ...years, actions: [action({ announcedAt: FIRST_DAY - 9 })] }],
    ['no incident has shown a lag yet', { ...years, incidents: [] }],
    ['nobody states anything', { ...years, actions: [action({ measure: 'windows' })] }],
    ['there is nothing', evidence()],
  ])('fixes nothing while %s', (_, input) => {
    expect(fix(input)).toEqual([]);
  });
});
