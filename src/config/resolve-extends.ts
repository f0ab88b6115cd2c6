import { buildConfig } from './build-config.ts';
import { checkReferences } from './check-references.ts';
import type { ConfigFault } from './config-problem.ts';
import { type ExtendsReference, formatExtendsReference } from './extends-reference.ts';
import { mergeConfigFiles } from './merge-config-files.ts';
import type { ConfigResult, ParsedConfig } from './parse-config.ts';
import { readConfigLayer } from './read-config-layer.ts';
import { placeOfKey, problemAt } from './source-map.ts';

/** What came of loading the file that `extends` names. */
export type LoadedBase =
  | { readonly found: true; readonly text: string; readonly private: boolean }
  | { readonly found: false; readonly because: 'no-repository' | 'no-file' | 'too-large' };

/** The repository whose file extends another. */
export interface ExtendingRepository {
  readonly owner: string;
  readonly name: string;
  readonly private: boolean;
}

/**
 * Merges a configuration with its base. One level only: a base that extends is refused, and so is a private base of a
 * public repository, whose checks would show what the base says. A child that extends nothing is returned as it is.
 */
export function resolveExtends(child: ParsedConfig, repository: ExtendingRepository, loaded: LoadedBase): ConfigResult {
  if (child.extends === undefined) return child;
  const { reference, layer } = child.extends;
  const got = formatExtendsReference(reference, repository.owner);
  const refuse = (fault: ConfigFault) => ({
    problems: [problemAt(placeOfKey(layer.source, ['extends']), fault)],
  });
  if (isSelf(reference, repository, layer.source.file)) return refuse({ code: 'extends-cycle', got });
  if (!loaded.found) return refuse({ code: 'extends-not-found', got, because: loaded.because });
  if (loaded.private && !repository.private) return refuse({ code: 'extends-private', got });
  const base = readConfigLayer(loaded.text, got);
  if ('problems' in base) return base;
  const second = base.file.extends;
  if (second !== undefined) {
    const owner = reference.owner ?? repository.owner;
    const next = formatExtendsReference(second, owner);
    const back = isSelf({ ...second, owner: second.owner ?? owner }, repository, layer.source.file);
    return refuse({ code: back ? 'extends-cycle' : 'extends-second-level', got: next });
  }
  const config = buildConfig(mergeConfigFiles(base.file, layer.file));
  const problems = [...checkReferences(base, config), ...checkReferences(layer, config)];
  if (problems.length > 0) return { problems };
  return { config };
}

/** GitHub compares owners and names without case. Another ref of the same file is the same file, only older. */
function isSelf(reference: ExtendsReference, repository: ExtendingRepository, path: string): boolean {
  const owner = (reference.owner ?? repository.owner).toLowerCase();
  return (
    owner === repository.owner.toLowerCase() &&
    reference.repository.toLowerCase() === repository.name.toLowerCase() &&
    reference.path === path
  );
}
