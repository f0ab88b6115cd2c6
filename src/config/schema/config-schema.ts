import { z } from 'zod';
import { LOCALES } from '../../domain/locale.ts';
import { MODES } from '../../domain/statement/statement-policy.ts';
import { parseExtendsReference } from '../extends-reference.ts';
import { mapping } from './mapping.ts';
import { projects } from './project-schema.ts';
import { risk } from './risk-schema.ts';
import { failWith, listOf } from './scalars.ts';
import { exempt, statement } from './statement-schema.ts';
import { action, incidents, monitoring, report } from './watch-schema.ts';

const extendsReference = z
  .string()
  .meta({ examples: ['acme/.github', 'acme/.github:impact/base.yml@v2'] })
  .transform(
    (text, ctx) => parseExtendsReference(text) ?? failWith(ctx, { code: 'bad-format', format: 'extends', got: text }),
  );

/** The whole of `.github/impact.yml`. Every key may be absent; no other key is allowed. */
export const configSchema = mapping({
  extends: extendsReference
    .optional()
    .describe('Another configuration that this one builds on: owner/repo[:path][@ref].'),
  locale: z.enum(LOCALES).optional().describe('The language in which the app writes.'),
  mode: z.enum(MODES).optional().describe('off; advise: the check is neutral; enforce: the check fails.'),
  statement: statement.optional(),
  risk: risk.optional(),
  exempt: exempt.optional(),
  projects: projects.optional(),
  incidents: incidents.optional(),
  monitoring: monitoring.optional(),
  actions: listOf(action, 100).optional(),
  report: report.optional(),
});

/** A configuration file as read: scalars are parsed, nothing is filled in. */
export type ConfigFile = z.output<typeof configSchema>;
