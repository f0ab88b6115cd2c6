import { z } from 'zod';
import { STOP_THE_LINE } from '../../domain/project/project.ts';
import { mapping } from './mapping.ts';
import { duration, globs, id, label, listOf, numberBetween, percentage, person, team, words } from './scalars.ts';

const count = numberBetween(0, 100_000);

/** One key for each measure of the domain; `EXPECTATION_MEASURES` has their units. */
const expectations = mapping({
  'incidents-per-100-prs': count.optional(),
  'incidents-per-28d': count.optional(),
  'regressions-per-28d': count.optional(),
  'near-misses-per-28d': count.optional(),
  'change-fail-rate': percentage.optional(),
  monitored: percentage.optional(),
  'lead-time-p50': duration.optional(),
  'lead-time-p90': duration.optional(),
  'merged-prs-per-week': count.optional(),
  'review-rounds-p50': count.optional(),
});

const project = mapping({
  title: words(100).optional(),
  match: mapping({
    labels: listOf(label, 20).optional(),
    branches: globs.optional(),
    paths: globs.optional(),
    milestones: listOf(words(100), 20).optional(),
    titles: listOf(words(100), 20).optional().describe('Beginnings of titles.'),
    authors: listOf(words(100), 100).optional(),
    teams: listOf(team, 20).optional(),
  }).describe('A pull request belongs to the project when any one of these fits.'),
  expect: expectations.optional().describe('What is expected of the project.'),
  'agreed-by': listOf(person, 50)
    .optional()
    .describe(
      'Who agrees to what is expected: each login, and one of each team. Anybody who may maintain, when absent.',
    ),
  'stop-the-line': z.enum(STOP_THE_LINE).optional(),
});

export const projects = z.record(id, project);
