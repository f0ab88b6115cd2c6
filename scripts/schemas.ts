import { writeFileSync } from 'node:fs';
import { configJsonSchema } from '../src/config/config-json-schema.ts';

/** Writes the JSON Schemas that are generated; a test says when one is out of date. */
writeFileSync('schemas/impact.schema.json', `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
