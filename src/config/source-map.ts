import type { ConfigFault, ConfigPlace, ConfigProblem } from './config-problem.ts';
import { formatYamlPath, type YamlPath } from './yaml-path.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the keys and values of one file stand. */
export interface SourceMap {
  readonly file: string;
  /** By `formatYamlPath`. */
  readonly values: ReadonlyMap<string, Position>;
  readonly keys: ReadonlyMap<string, Position>;
}

/** The place of a value, or of the nearest value around it when it is not there itself. */
export function placeOfValue(source: SourceMap, path: YamlPath): ConfigPlace {
  for (let end = path.length; end >= 0; end -= 1) {
    const position = source.values.get(formatYamlPath(path.slice(0, end)));
    if (position !== undefined) return { file: source.file, path: formatYamlPath(path), ...position };
  }
  return { file: source.file, path: formatYamlPath(path), line: 1, column: 1 };
}

/** The place of a key; of its value where the key has none (a list item). */
export function placeOfKey(source: SourceMap, path: YamlPath): ConfigPlace {
  const position = source.keys.get(formatYamlPath(path));
  return position === undefined ? placeOfValue(source, path) : { ...placeOfValue(source, path), ...position };
}

export function problemAt(place: ConfigPlace, fault: ConfigFault): ConfigProblem {
  return { ...fault, ...place };
}

export function compareProblems(a: ConfigProblem, b: ConfigProblem): number {
  return a.line - b.line || a.column - b.column;
}
