import type { Exposure } from '../exposure/exposure.ts';
import type { ActionArea, ImprovementAction } from '../improvement/improvement-action.ts';
import type { Service } from '../incident/incident-sources.ts';
import { compileGlobs } from '../risk/glob/compile-globs.ts';
import { type GlobIndex, indexGlobs } from '../risk/glob/glob-index.ts';
import { selectPaths } from '../risk/glob/select-paths.ts';
import type { Belonging } from './change-cell.ts';

/** The areas of all actions, ready to be asked about many changes. */
export interface ActionAreas {
  readonly actions: readonly { readonly id: string; readonly scope: Area | null; readonly control: Area | null }[];
  readonly index: GlobIndex;
}

interface Area {
  /** Lists of the index: the area's own paths and those of its services. */
  readonly lists: readonly number[];
  readonly projects: ReadonlySet<string>;
}

/** @throws RangeError on a glob that the configuration would have refused. */
export function compileActionAreas(actions: readonly ImprovementAction[], services: readonly Service[]): ActionAreas {
  const lists: (readonly string[])[] = [];
  const areaOf = (area: ActionArea | undefined): Area | null => {
    if (area === undefined) return null;
    const own = services.filter(({ id }) => area.services.includes(id)).map(({ paths }) => paths);
    const from = lists.length;
    lists.push(area.paths, ...own);
    return { lists: lists.slice(from).map((_, i) => from + i), projects: new Set(area.projects) };
  };
  const compiled = actions.map(({ id, scope, control }) => ({ id, scope: areaOf(scope), control: areaOf(control) }));
  return { actions: compiled, index: indexGlobs(lists.map((paths) => compileGlobs(paths).globs)) };
}

/**
 * Where a change stands towards each action. In scope: any of its paths (old names too) or projects is; without a scope
 * everything is but the control area. In the control area: all of its paths are, or one of its projects is, and nothing
 * in the scope. A list of files that was cut short may hide a path elsewhere, so such a change is in no control area.
 */
export function placeInActions(
  { actions, index }: ActionAreas,
  { files, incomplete }: Pick<Exposure, 'files' | 'incomplete'>,
  projects: readonly string[],
): Pick<Belonging, 'controlFor' | 'outsideOf'> {
  if (actions.length === 0) return { controlFor: [], outsideOf: [] };
  const paths = files.flatMap(({ path, previousPath }) => (previousPath === undefined ? [path] : [path, previousPath]));
  const selected = selectPaths(index, paths);
  const inProjects = (area: Area) => projects.some((project) => area.projects.has(project));
  const covered = (area: Area) => new Set(area.lists.flatMap((list) => selected[list] ?? [])).size;
  const controlFor: string[] = [];
  const outsideOf: string[] = [];
  for (const { id, scope, control } of actions) {
    const touches = scope !== null && (inProjects(scope) || covered(scope) > 0);
    const whole = (area: Area) => incomplete === undefined && paths.length > 0 && covered(area) === paths.length;
    const controlled = !touches && control !== null && (inProjects(control) || whole(control));
    if (controlled) controlFor.push(id);
    else if (scope !== null && !touches) outsideOf.push(id);
  }
  return { controlFor: controlFor.sort(), outsideOf: outsideOf.sort() };
}
