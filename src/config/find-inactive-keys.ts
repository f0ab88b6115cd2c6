import type { ConfigNotice } from './config-problem.ts';
import { INACTIVE_KEYS } from './inactive-keys.ts';
import { compareProblems, type SourceMap } from './source-map.ts';

/** A notice for each key of the file whose feature does not exist yet. */
export function findInactiveKeys({ file, keys }: SourceMap): readonly ConfigNotice[] {
  return [...keys]
    .filter(([path]) => INACTIVE_KEYS.includes(path.replaceAll(/\[\d+\]/g, '[]')))
    .map(([path, position]): ConfigNotice => ({ code: 'not-active-yet', file, path, ...position }))
    .sort(compareProblems);
}
