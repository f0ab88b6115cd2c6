import type { Candidate, GlobIndex, IndexNode } from './glob-index.ts';
import { matchGlobPath } from './match-glob.ts';
import { matchSegment } from './match-segment.ts';
import { normalizePath } from './normalize-path.ts';

/** What a directory decides for all files in it; directories without globs of their own share their parent's. */
interface DirectoryHits {
  readonly nodes: readonly IndexNode[];
  /** Globs that select all that is below, the last of each list only. */
  readonly below: readonly Candidate[];
}

/** The path in hand, taken apart once; `segments` only when a glob asks for them. */
interface PathParts {
  readonly path: string;
  readonly directory: string;
  readonly name: string;
  segments?: readonly string[];
}

/** The last glob so far of each list that matches the path in hand, and the lists that have one. */
interface Deciding {
  readonly positions: Int32Array;
  readonly touched: number[];
}

/**
 * For each list of the index, which of the paths (by their place in `paths`, ascending) it selects. Equal to asking
 * every list about every path, at a small part of the cost.
 */
export function selectPaths(index: GlobIndex, paths: readonly string[]): readonly (readonly number[])[] {
  const selected: number[][] = index.lists.map(() => []);
  const directories = new Map<string, DirectoryHits>([['', rootHits(index)]]);
  const deciding: Deciding = { positions: new Int32Array(index.lists.length).fill(-1), touched: [] };
  for (const [at, given] of paths.entries()) {
    const path = normalizePath(given);
    const slash = path.lastIndexOf('/');
    const directory = slash === -1 ? '' : path.slice(0, slash);
    const name = path.slice(slash + 1);
    const extension = name.slice(name.lastIndexOf('.') + 1);
    const parts: PathParts = { path, directory, name };
    const hits = directories.get(directory) ?? hitsOf(index, directories, directory);
    for (const candidate of hits.below) note(deciding, candidate);
    for (const node of hits.nodes) {
      tryAll(deciding, node.byName.get(name), parts);
      tryAll(deciding, node.byExtension.get(extension), parts);
      tryAll(deciding, node.rest, parts);
    }
    for (const list of deciding.touched) {
      const glob = index.lists[list]?.[deciding.positions[list] ?? -1];
      if (glob !== undefined && !glob.negated) selected[list]?.push(at);
      deciding.positions[list] = -1;
    }
    deciding.touched.length = 0;
  }
  return selected;
}

function note({ positions, touched }: Deciding, { list, position }: Candidate): void {
  if (positions[list] === -1) touched.push(list);
  positions[list] = position;
}

function tryAll(deciding: Deciding, candidates: readonly Candidate[] | undefined, parts: PathParts): void {
  if (candidates === undefined) return;
  for (const candidate of candidates) {
    const decided = deciding.positions[candidate.list] ?? -1;
    if (decided < candidate.position && passes(candidate, parts)) note(deciding, candidate);
  }
}

function passes({ path, test }: Candidate, parts: PathParts): boolean {
  switch (test.kind) {
    case 'nothing':
      return true;
    case 'name':
      return matchSegment(test.name, parts.name);
    case 'directory-and-name':
      return test.directory === parts.directory && matchSegment(test.name, parts.name);
    case 'path':
      parts.segments ??= parts.path.split('/');
      return matchGlobPath(path, parts.segments);
  }
}

function hitsOf(index: GlobIndex, known: Map<string, DirectoryHits>, directory: string): DirectoryHits {
  const missing: string[] = [];
  let ancestor = directory;
  let hits = known.get(ancestor);
  while (hits === undefined) {
    missing.push(ancestor);
    const slash = ancestor.lastIndexOf('/');
    ancestor = slash === -1 ? '' : ancestor.slice(0, slash);
    hits = known.get(ancestor);
  }
  for (const path of missing.reverse()) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    hits = withNode(withNode(hits, index.byDirectory.get(path)), index.bySegment.get(name));
    known.set(path, hits);
  }
  return hits;
}

function rootHits(index: GlobIndex): DirectoryHits {
  return withNode({ nodes: [], below: [] }, index.root);
}

function withNode(hits: DirectoryHits, node: IndexNode | undefined): DirectoryHits {
  if (node === undefined || hits.nodes.includes(node)) return hits;
  const below = new Map<number, Candidate>();
  for (const candidate of [...hits.below, ...node.below]) {
    const other = below.get(candidate.list);
    if (other === undefined || other.position < candidate.position) below.set(candidate.list, candidate);
  }
  return { nodes: [...hits.nodes, node], below: [...below.values()] };
}
