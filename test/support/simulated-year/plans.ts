import { dayAt } from '../../../src/domain/calendar.ts';
import type { YearPlan } from './year-plan.ts';

const SHARES = {
  directPushes: 0.01,
  bots: 0.05,
  high: 0.01,
  medium: 0.15,
  reverted: 0.05,
  confirmed: 0.8,
  accepted: { before: 0.6, after: 0.6 },
  rolledBack: 0.03,
} as const;

/** A large repository: more than 50,000 changes and 500 incidents in a year. */
export const LARGE_YEAR: YearPlan = {
  seed: 1,
  firstDay: dayAt(2025, 8, 1),
  days: 365,
  pace: 140,
  shares: SHARES,
  per100: { regression: 0.25, incident: 0.4, inquiry: 0.2, 'near-miss': 0.2 },
  noise: 0.1,
  actions: [],
};

/** A tenth of a year of a small one. */
export const SMALL_YEAR: YearPlan = {
  ...LARGE_YEAR,
  seed: 2,
  days: 40,
  pace: 20,
  shares: { ...SHARES, high: 0.15, rolledBack: 0.1 },
  per100: { regression: 1.5, incident: 2, inquiry: 1.5, 'near-miss': 2 },
};

/**
 * A team of ordinary size that tries three things on the same day: one halves regressions and incidents, one does
 * nothing, and of what the third is to prevent there is too little for anybody to tell. Each is meant for kinds of its
 * own: on the same kinds, what began on the same day could not be told apart.
 */
export const TEAM_YEAR: YearPlan = {
  seed: 1,
  // The last changes are merged on the last day of a quarter.
  firstDay: dayAt(2026, 6, 1) - 400,
  days: 400,
  pace: 8,
  shares: { ...SHARES, high: 0.1, medium: 0.25, accepted: { before: 0.05, after: 0.95 } },
  per100: { regression: 3, incident: 5, inquiry: 18, 'near-miss': 0.2 },
  noise: 0.05,
  actions: [
    {
      id: 'impact-statements',
      title: 'State the technical impact',
      day: 200,
      targets: ['regression', 'incident'],
      coverage: 'statements',
      ratio: 0.5,
    },
    {
      id: 'release-notes',
      title: 'Longer release notes',
      day: 200,
      targets: ['inquiry'],
      coverage: 'announcement',
      ratio: 1,
    },
    {
      id: 'rollback-drills',
      title: 'Rehearse rollbacks',
      day: 200,
      targets: ['near-miss'],
      coverage: 'announcement',
      ratio: 0.5,
    },
  ],
};
