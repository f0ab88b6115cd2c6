import { globSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readImports } from './support/read-imports.ts';

const ROOTS = new Set(['server', 'cli', 'action', 'app']);
const ADAPTERS = new Set(['github', 'git', 'storage', 'queue', 'log']);
/** What roots share. */
const ROOT_PARTS = ['open-database', 'compose-app', 'keep-house', 'route-app'];
const DOORS = new Set(['webhooks', 'web', 'cli', 'action', 'intake']);

/** What each kind of room may import of this project (besides itself). `settings` belongs to the roots. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  config: ['domain'],
  render: ['domain', 'config'],
  ports: ['domain'],
  // What GitHub's JSON means, for the webhooks' door and the adapter alike.
  payload: ['domain'],
  usecases: ['ports', 'config', 'render', 'domain'],
  adapter: ['ports', 'payload', 'domain'],
  door: ['usecases', 'ports', 'payload', 'config', 'render', 'domain'],
  settings: [],
  // Shared by the roots that keep something: joins the queue to the storage under it.
  'open-database': ['ports', 'adapter'],
  // Shared by the server and the entry for Probot: everything but what listens.
  'compose-app': ['usecases', 'ports', 'adapter', 'door', 'settings', 'open-database', 'keep-house'],
  'keep-house': ['ports'],
  'route-app': ['compose-app', 'settings', 'usecases', 'door'],
  root: [...['usecases', 'ports', 'config', 'render', 'domain', 'adapter', 'door', 'settings'], ...ROOT_PARTS],
};

/** The pure core may use parsers and distributions, nothing that reaches out. */
const PACKAGES: Readonly<Record<string, readonly RegExp[]>> = {
  domain: [/^yaml$/, /^markdown-it(\/|$)/, /^@stdlib\/(stats|math)-base-/],
  config: [/^yaml$/, /^zod$/, /^fastest-levenshtein$/],
  render: [/^markdown-it$/, /^hono\/(jsx|html)/, /^echarts/],
  ports: [],
  usecases: [/^node:crypto$/],
};

const files = globSync('src/**/*.{ts,tsx}').map((file) => normalize(file));

function roomOf(file: string): string {
  const [, first, second] = file.split('/');
  const top = second === undefined ? (first ?? '').replace(/\.tsx?$/, '') : (first ?? '');
  if (second === undefined) return ROOTS.has(top) ? 'root' : top;
  if (ADAPTERS.has(top)) return 'adapter';
  if (DOORS.has(top)) return 'door';
  return top;
}

/** Adapters and doors are siblings: they never import one another. */
function folderOf(file: string): string {
  return file.split('/')[1] ?? '';
}

describe('arrows point down only', () => {
  it('knows every room', () => {
    const unknown = files.filter((file) => MAY_IMPORT[roomOf(file)] === undefined);
    expect(unknown).toEqual([]);
  });

  it.each(files)('%s', (file) => {
    const room = roomOf(file);
    const broken = readImports(file).flatMap(({ specifier }) => {
      if (!specifier.startsWith('.')) return packageAllowed(room, specifier) ? [] : [`${file} → ${specifier}`];
      const target = normalize(join(dirname(file), specifier));
      if (!target.startsWith('src/')) return [`${file} → ${target} (outside src)`];
      const targetRoom = roomOf(target);
      const same = folderOf(file) === folderOf(target) && targetRoom === room;
      return same || MAY_IMPORT[room]?.includes(targetRoom) ? [] : [`${file} → ${target}`];
    });
    expect(broken).toEqual([]);
  });

  it('has no cycles', () => {
    expect(findCycle(new Map(files.map((file) => [file, importsOf(file)])))).toBeNull();
  });
});

function packageAllowed(room: string, specifier: string): boolean {
  const allowed = PACKAGES[room];
  return allowed === undefined || allowed.some((pattern) => pattern.test(specifier));
}

function importsOf(file: string): readonly string[] {
  return readImports(file)
    .filter(({ specifier, typeOnly }) => specifier.startsWith('.') && !typeOnly)
    .map(({ specifier }) => normalize(join(dirname(file), specifier)));
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  function walk(file: string): readonly string[] | null {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = walk(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(file);
    return null;
  }
  for (const file of graph.keys()) {
    const cycle = walk(file);
    if (cycle) return cycle;
  }
  return null;
}
