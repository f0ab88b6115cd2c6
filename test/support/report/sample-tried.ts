import type { TriedAction } from '../../../src/domain/report/tried-action.ts';

/** An action that worked; others are made from it. */
export const IMPROVED: TriedAction = {
  id: 'impact-statements',
  title: 'State the technical impact in every PR',
  announced: '2026-02-02',
  answer: 'improved',
  direction: 'improved',
  conditions: [{ code: 'started', holds: true, because: null }],
  because: null,
  endpoint: ['regression', 'incident'],
  effect: {
    ratio: 0.48,
    interval: { lower: 0.31, upper: 0.74 },
    estimator: 'mantel-haenszel',
    dispersion: 1.32,
  },
  before: { from: '2025-03-01', to: '2026-02-05', merged: 2_412, incidents: 74 },
  after: { from: '2026-02-23', to: '2026-08-03', merged: 1_630, incidents: 24 },
  washout: { from: '2026-02-05', to: '2026-02-23' },
  followUp: { days: 29, source: 'observed', lags: 81 },
  frozenOn: '2026-09-01',
  isRegistered: true,
  changedSince: null,
  beside: {
    crude: { ratio: 0.46, interval: { lower: 0.3, upper: 0.71 } },
    exact: { ratio: 0.46, interval: { lower: 0.29, upper: 0.72 } },
    strata: { ratio: 0.48, interval: { lower: 0.31, upper: 0.74 } },
    control: { ratio: null, interval: { lower: null, upper: null } },
    guard: { ratio: 0.52, interval: { lower: 0.33, upper: 0.83 }, difference: 1.08, problem: null },
  },
  placebos: { dates: 31, enough: true },
  links: { lowest: 0.41, highest: 0.66, unlinked: 9 },
  detectable: 0.55,
  needs: [
    { ratio: 0.7, incidentsBefore: 198, moreChanges: 4_100, moreWeeks: 58, problem: null },
    { ratio: 0.5, incidentsBefore: 66, moreChanges: 0, moreWeeks: 0, problem: null },
  ],
};

export const CANNOT_TELL: TriedAction = {
  ...IMPROVED,
  id: 'canary',
  title: 'Release to 5 % of the users first',
  announced: '2026-06-15',
  answer: 'cannot-tell',
  because: { code: 'interval', holds: false, lower: 0.38, upper: 1.62 },
  effect: { ratio: 0.78, interval: { lower: 0.38, upper: 1.62 }, estimator: 'crude', dispersion: 1.8 },
  before: { from: '2026-02-23', to: '2026-06-15', merged: 1_080, incidents: 18 },
  after: { from: '2026-06-15', to: '2026-08-03', merged: 540, incidents: 7 },
  detectable: null,
  needs: [
    { ratio: 0.7, incidentsBefore: 270, moreChanges: null, moreWeeks: null, problem: 'too-few-before' },
    { ratio: 0.5, incidentsBefore: 90, moreChanges: 980, moreWeeks: 14, problem: null },
  ],
};

export const WORSE: TriedAction = {
  ...IMPROVED,
  id: 'merge-queue',
  title: 'Merge without waiting for a second review',
  announced: '2026-04-01',
  answer: 'worse',
  direction: 'worse',
  effect: { ratio: 1.71, interval: { lower: 1.12, upper: 2.61 }, estimator: 'crude', dispersion: 1.1 },
};

export const NOT_STARTED: TriedAction = {
  ...IMPROVED,
  id: 'game-day',
  title: 'Rehearse a rollback every month',
  announced: '2026-10-01',
  answer: 'cannot-tell',
  because: { code: 'started', holds: false, because: 'not-started' },
  effect: null,
  before: null,
  after: null,
  washout: null,
  beside: null,
  placebos: null,
  links: null,
  detectable: null,
  needs: [],
};
