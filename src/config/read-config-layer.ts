import { checkLayer } from './check-layer.ts';
import type { ConfigLayer } from './config-layer.ts';
import { type ConfigProblem, MAX_PROBLEMS } from './config-problem.ts';
import { readYaml } from './read-yaml.ts';
import { configSchema } from './schema/config-schema.ts';
import { compareProblems } from './source-map.ts';
import { toProblems } from './to-problems.ts';

/** Reads one file and checks all that can be checked without knowing what it extends. */
export function readConfigLayer(
  text: string,
  path: string,
): ConfigLayer | { readonly problems: readonly ConfigProblem[] } {
  const yaml = readYaml(text, path);
  if ('problems' in yaml) return yaml;
  const { value, source } = yaml;
  const parsed = configSchema.safeParse(value ?? {});
  if (!parsed.success) return { problems: sorted(toProblems(parsed.error.issues, value, source)) };
  const layer: ConfigLayer = { file: parsed.data, source };
  const problems = checkLayer(layer);
  return problems.length > 0 ? { problems: sorted(problems) } : layer;
}

function sorted(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  return problems.toSorted(compareProblems).slice(0, MAX_PROBLEMS);
}
