import { z } from 'zod';
import { COVERAGE_MEASURES } from '../../domain/improvement/registered-action.ts';
import { INCIDENT_KINDS } from '../../domain/incident/incident-kind.ts';
import { REPORT_PERIODS, REPORT_TARGETS } from '../../domain/report/report-schedule.ts';
import { mapping } from './mapping.ts';
import { date, duration, globs, id, label, listOf, repository, wholeNumberBetween, words } from './scalars.ts';

export const incidents = mapping({
  from: mapping({
    issues: mapping({
      repositories: listOf(repository, 20).optional(),
      labels: listOf(label, 20).optional(),
    }).optional(),
    files: globs.optional().describe('Postmortem files in this repository.'),
  }).optional(),
  services: z.record(id, globs).optional().describe('Which paths belong to which service.'),
  causes: listOf(id, 50).optional().describe('Contributing factors besides those that Hiyari knows.'),
});

const window = z.union([duration, z.literal('none')]);

export const monitoring = mapping({
  environments: listOf(words(100), 20).optional(),
  window: mapping({ low: window.optional(), medium: window.optional(), high: window.optional() })
    .optional()
    .describe('How long a change of each level is watched after it ships.'),
  remind: z
    .union([duration, listOf(duration, 5)])
    .optional()
    .describe('How long before the end of the window its author is reminded.'),
  'block-after': wholeNumberBetween(1, 100)
    .optional()
    .describe("With this many open windows an author's next pull request is held."),
});

const area = mapping({
  paths: globs.optional(),
  projects: listOf(id, 50).optional(),
  services: listOf(id, 200).optional(),
});

export const action = mapping({
  id,
  title: words(200),
  started: date,
  targets: listOf(z.enum(INCIDENT_KINDS), INCIDENT_KINDS.length).optional(),
  coverage: z
    .enum(COVERAGE_MEASURES)
    .optional()
    .describe('What tells that the action is in force: accepted statements, confirmed windows, or its announcement.'),
  owner: words(100).optional(),
  scope: area.optional().describe('Where the action applies.'),
  control: area.optional().describe('An area that it leaves alone, to compare with.'),
});

export const report = mapping({ every: z.enum(REPORT_PERIODS), to: z.enum(REPORT_TARGETS) });
