import { z } from 'zod';
import { FILE_STATUSES } from '../../domain/pull-request/changed-files.ts';
import { RULE_LEVELS } from '../../domain/risk/risk-level.ts';
import { mapping } from './mapping.ts';
import { days, globs, id, label, listOf, threshold, words } from './scalars.ts';

const status = z.enum(FILE_STATUSES);

const condition = mapping({
  'changed-lines': threshold.optional().describe('Additions plus deletions of the files that the paths select.'),
  'changed-files': threshold.optional().describe('How many files the paths select.'),
  status: z
    .union([status, listOf(status, FILE_STATUSES.length)])
    .optional()
    .describe('Only files with one of these statuses count.'),
});

const riskRule = mapping({
  id: id.describe('Names the rule in the check; a rule with this id replaces one that was extended.'),
  level: z.enum(RULE_LEVELS),
  paths: globs.optional().describe('Ordered globs: the last one that matches a path decides, `!` takes out.'),
  labels: listOf(label, 10).optional().describe('Labels on the pull request while the rule matches.'),
  when: condition.optional(),
  'from-history': mapping({ window: days, incidents: threshold })
    .optional()
    .describe('Only paths that this many incidents came from within the window.'),
  why: words(300).optional().describe('One sentence for the author: why this is a risk.'),
});

export const risk = mapping({ rules: listOf(riskRule, 200).optional() });
