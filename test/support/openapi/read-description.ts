import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isSchema, type Schema } from './json-schema.ts';

const resolve = createRequire(import.meta.url).resolve;

export type DescriptionPackage = '@octokit/openapi' | '@octokit/openapi-webhooks';

const loaded = new Map<DescriptionPackage, Schema>();

/**
 * GitHub's description, read as a file: importing the package would parse every edition of it (8 s and 880 MB).
 * Parsed once a process.
 */
export function readDescription(name: DescriptionPackage): Schema {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const parsed: unknown = JSON.parse(readFileSync(descriptionFile(name), 'utf8'));
  if (!isSchema(parsed)) throw new Error(`${name} holds no description`);
  loaded.set(name, parsed);
  return parsed;
}

export function descriptionFile(name: DescriptionPackage): string {
  return resolve(`${name}/generated/api.github.com.json`);
}
