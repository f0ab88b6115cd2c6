import { buildConfig } from './build-config.ts';
import { checkReferences } from './check-references.ts';
import type { Config } from './config.ts';
import type { ConfigLayer } from './config-layer.ts';
import type { ConfigProblem } from './config-problem.ts';
import type { ExtendsReference } from './extends-reference.ts';
import { readConfigLayer } from './read-config-layer.ts';

/** A configuration that works. */
export interface ParsedConfig {
  readonly config: Config;
  /** Present while the base is not merged in yet: load it, then call `resolveExtends`. */
  readonly extends?: { readonly reference: ExtendsReference; readonly layer: ConfigLayer };
}

export type ConfigResult = ParsedConfig | { readonly problems: readonly ConfigProblem[] };

/** What a repository without a file has. */
export const DEFAULT_CONFIG: Config = buildConfig({});

/**
 * Reads `.github/impact.yml`. `path` is only for the places of problems. A file that extends another is checked in
 * itself; what its names refer to is checked by `resolveExtends`, when the base is known.
 */
export function parseConfig(text: string, { path }: { readonly path: string }): ConfigResult {
  const layer = readConfigLayer(text, path);
  if ('problems' in layer) return layer;
  const config = buildConfig(layer.file);
  const reference = layer.file.extends;
  if (reference !== undefined) return { config, extends: { reference, layer } };
  const problems = checkReferences(layer, config);
  return problems.length > 0 ? { problems } : { config };
}
