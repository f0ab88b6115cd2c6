import { z } from 'zod';
import { configSchema } from './schema/config-schema.ts';

/** The JSON Schema of `.github/impact.yml` for editors, from the schema that reads the file. */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(configSchema, { io: 'input', target: 'draft-2020-12' }),
    title: 'Hiyari configuration (.github/impact.yml)',
  };
}
