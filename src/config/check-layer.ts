import type { ConfigFault, ConfigProblem } from './config-problem.ts';
import type { ConfigLayer } from './config-layer.ts';
import { formatYamlPath, type YamlPath } from './yaml-path.ts';
import { placeOfKey, placeOfValue, problemAt } from './source-map.ts';

/** How many globs one file may hold, all keys together. */
const MAX_GLOBS = 2_000;

/** Labels that say what the app thinks; a rule must not speak in its place. */
const RESERVED_LABEL = /^(?:impact|risk|monitoring): /i;

/** What a schema cannot say about one file by itself. */
export function checkLayer(layer: ConfigLayer): readonly ConfigProblem[] {
  return [...checkRules(layer), ...checkProjects(layer), ...checkActions(layer), ...checkGlobCount(layer)];
}

function checkRules({ file, source }: ConfigLayer): readonly ConfigProblem[] {
  const rules = file.risk?.rules ?? [];
  const report = (path: YamlPath, fault: ConfigFault) =>
    problemAt(placeOfValue(source, ['risk', 'rules', ...path]), fault);
  const problems = duplicateIds({ file, source }, ['risk', 'rules'], rules);
  for (const [at, rule] of rules.entries()) {
    const unconditional = rule.paths === undefined && rule.when === undefined && rule['from-history'] === undefined;
    if (unconditional) problems.push(report([at], { code: 'rule-without-condition', got: rule.id }));
    if (rule.when !== undefined && Object.keys(rule.when).length === 0) {
      problems.push(report([at, 'when'], { code: 'empty' }));
    }
    if (rule.paths?.length === 0) problems.push(report([at, 'paths'], { code: 'empty' }));
    for (const [place, label] of (rule.labels ?? []).entries()) {
      if (RESERVED_LABEL.test(label)) {
        problems.push(report([at, 'labels', place], { code: 'reserved-label', got: label }));
      }
    }
  }
  return problems;
}

function checkProjects({ file, source }: ConfigLayer): readonly ConfigProblem[] {
  return Object.entries(file.projects ?? {}).flatMap(([id, { match, expect }]) => {
    const empty = Object.values(match).every((values) => values === undefined || values.length === 0);
    const place = placeOfKey(source, ['projects', id, 'match']);
    return [
      ...(empty ? [problemAt(place, { code: 'project-without-match', got: id })] : []),
      ...NEVER_ABOVE.filter(([key, limit]) => (expect?.[key] ?? 0) > (expect?.[limit] ?? Number.POSITIVE_INFINITY)).map(
        ([key, limit]) =>
          problemAt(placeOfValue(source, ['projects', id, 'expect', key]), {
            code: 'contradicting-targets',
            key,
            limit,
          }),
      ),
    ];
  });
}

/** Half of the changes are never slower than nine in ten, and a regression is an incident. */
const NEVER_ABOVE = [
  ['lead-time-p50', 'lead-time-p90'],
  ['regressions-per-28d', 'incidents-per-28d'],
] as const;

function checkActions(layer: ConfigLayer): readonly ConfigProblem[] {
  return duplicateIds(layer, ['actions'], layer.file.actions ?? []);
}

function duplicateIds(
  { source }: ConfigLayer,
  list: YamlPath,
  items: readonly { readonly id: string }[],
): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const firstLines = new Map<string, number>();
  for (const [at, { id }] of items.entries()) {
    const place = placeOfValue(source, [...list, at, 'id']);
    const firstLine = firstLines.get(id);
    if (firstLine === undefined) firstLines.set(id, place.line);
    else problems.push(problemAt(place, { code: 'duplicate-id', got: id, firstLine }));
  }
  return problems;
}

function checkGlobCount({ file, source }: ConfigLayer): readonly ConfigProblem[] {
  const actions = file.actions ?? [];
  const lists = [
    ...(file.risk?.rules ?? []).map(({ paths }) => paths),
    file.exempt?.['only-paths'],
    ...Object.values(file.projects ?? {}).flatMap(({ match }) => [match.paths, match.branches]),
    file.incidents?.from?.files,
    ...Object.values(file.incidents?.services ?? {}),
    ...actions.flatMap(({ scope, control }) => [scope?.paths, control?.paths]),
  ];
  const got = lists.reduce((sum, list) => sum + (list?.length ?? 0), 0);
  if (got <= MAX_GLOBS) return [];
  return [{ ...placeOfValue(source, []), path: formatYamlPath([]), code: 'too-many', limit: MAX_GLOBS, got }];
}
