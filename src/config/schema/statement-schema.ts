import { z } from 'zod';
import { RULE_LEVELS } from '../../domain/risk/risk-level.ts';
import { mapping } from './mapping.ts';
import { failWith, globs, id, listOf, words } from './scalars.ts';

/** Without a heading nothing could ever be found. */
const headings = listOf(words(100), 30).transform((list, ctx) =>
  list.length === 0 ? failWith(ctx, { code: 'empty' }) : list,
);
const fieldIds = listOf(id, 20);

export const statement = mapping({
  headings: headings.optional().describe('Headings under which the statement stands, in any language.'),
  fields: z
    .record(id, mapping({ headings }))
    .optional()
    .describe('Parts of the statement, each with its own headings.'),
  require: mapping({ low: fieldIds.optional(), medium: fieldIds.optional(), high: fieldIds.optional() })
    .optional()
    .describe('Which fields a pull request of each level must fill in.'),
  none: mapping({
    'allowed-up-to': z.enum([...RULE_LEVELS, 'never']).optional(),
    reason: z.enum(['required', 'optional']).optional(),
  })
    .optional()
    .describe('Up to which level "no impact" is accepted, and whether it needs a reason.'),
});

export const exempt = mapping({
  authors: listOf(words(100), 100).optional().describe('Exact logins, as GitHub writes them.'),
  'only-paths': globs.optional().describe('Exempt when every path is selected by these.'),
  reverts: z.boolean().optional().describe('A revert of a pull request that was stated is exempt.'),
});
