import type { ConfigFile } from './schema/config-schema.ts';

/**
 * What a child makes of its base: mappings merge by key, lists and single values of the child replace the base's.
 * Rules and actions, which have ids, merge by id: the child's version takes the base's place, new ones follow.
 */
export function mergeConfigFiles(base: ConfigFile, child: ConfigFile): ConfigFile {
  const merged = mergeValues(base, child) as ConfigFile;
  const rules = mergeById(base.risk?.rules, child.risk?.rules);
  const actions = mergeById(base.actions, child.actions);
  return {
    ...merged,
    ...(rules !== undefined && { risk: { ...merged.risk, rules } }),
    ...(actions !== undefined && { actions }),
  };
}

type Mapping = Readonly<Record<string, unknown>>;

function mergeValues(base: unknown, child: unknown): unknown {
  if (child === undefined) return base;
  if (!isMapping(base) || !isMapping(child)) return child;
  const keys = new Set([...Object.keys(base), ...Object.keys(child)]);
  return Object.fromEntries([...keys].map((key) => [key, mergeValues(base[key], child[key])]));
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mergeById<Item extends { readonly id: string }>(
  base: readonly Item[] | undefined,
  child: readonly Item[] | undefined,
): Item[] | undefined {
  if (base === undefined || child === undefined) return undefined;
  const replaced = new Map(child.map((item) => [item.id, item]));
  const kept = base.map((item) => replaced.get(item.id) ?? item);
  const known = new Set(base.map(({ id }) => id));
  return [...kept, ...child.filter(({ id }) => !known.has(id))];
}
