import type { Route } from './route.ts';

export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export type FindRoute = (method: string, path: string) => RouteMatch | null;

/** Routes with fewer parameters win, so `/labels/{name}` never hides `/labels/defaults`. */
export function createRouter(routes: readonly Route[]): FindRoute {
  const compiled = routes
    .map((route) => ({ route, ...compileTemplate(route.template) }))
    .sort((a, b) => a.names.length - b.names.length);

  return (method, path) => {
    for (const { route, names, pattern } of compiled) {
      if (route.method !== method) continue;
      const found = pattern.exec(path);
      if (found === null) continue;
      const values = found.slice(1).map((value) => decodeURIComponent(value));
      return { route, params: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])) };
    }
    return null;
  };
}

function compileTemplate(template: string): { readonly names: readonly string[]; readonly pattern: RegExp } {
  const names: string[] = [];
  const source = template
    .replace(/[.*?^$()|[\]\\]/g, '\\$&')
    .replace(/\{(\w+)(\+?)\}/g, (_all, name: string, many: string) => {
      names.push(name);
      return many === '+' ? '(.*)' : '([^/]+)';
    });
  return { names, pattern: new RegExp(`^${source}$`) };
}
