import { RULE_LEVELS } from '../domain/risk/risk-level.ts';
import type { Config } from './config.ts';
import type { ConfigLayer } from './config-layer.ts';
import type { ConfigProblem } from './config-problem.ts';
import { placeOfValue, problemAt } from './source-map.ts';
import { suggest } from './suggest.ts';
import type { YamlPath } from './yaml-path.ts';

/** Names in one file that the whole configuration, its base included, does not define. */
export function checkReferences({ file, source }: ConfigLayer, config: Config): readonly ConfigProblem[] {
  const check = (
    to: 'field' | 'project' | 'service',
    defined: readonly { readonly id: string }[],
    names: readonly string[] | undefined,
    path: YamlPath,
  ) => {
    const allowed = defined.map(({ id }) => id);
    return (names ?? []).flatMap((got, at) =>
      allowed.includes(got)
        ? []
        : [
            problemAt(placeOfValue(source, [...path, at]), {
              code: 'undefined-reference',
              to,
              got,
              allowed,
              ...suggest(got, allowed),
            }),
          ],
    );
  };
  const { statement, projects, incidents } = config;
  return [
    ...RULE_LEVELS.flatMap((level) =>
      check('field', statement.fields, file.statement?.require?.[level], ['statement', 'require', level]),
    ),
    ...(file.actions ?? []).flatMap((action, at) =>
      (['scope', 'control'] as const).flatMap((area) => [
        ...check('project', projects, action[area]?.projects, ['actions', at, area, 'projects']),
        ...check('service', incidents.services, action[area]?.services, ['actions', at, area, 'services']),
      ]),
    ),
  ];
}
