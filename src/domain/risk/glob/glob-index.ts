import type { Glob, GlobPath } from './glob.ts';
import { type CandidateTest, type GlobKey, keysOf } from './glob-keys.ts';

/** One alternative of one glob, to be tried on the few files that its key leads to. */
export interface Candidate {
  readonly list: number;
  /** The glob's place in its list: of those that match, the last decides. */
  readonly position: number;
  readonly path: GlobPath;
  readonly test: CandidateTest;
}

/** What waits at one directory, one directory name, or at the root for all files. */
export interface IndexNode {
  /** Selects all that is below, with nothing more to test. */
  readonly below: Candidate[];
  readonly byName: Map<string, Candidate[]>;
  readonly byExtension: Map<string, Candidate[]>;
  readonly rest: Candidate[];
}

/**
 * All globs of all lists behind hash tables: most globs name a directory, a file or an extension, so a path meets only
 * those that share one with it. The lists keep their order and meaning.
 */
export interface GlobIndex {
  readonly lists: readonly (readonly Glob[])[];
  readonly root: IndexNode;
  /** By whole directory path, e.g. `db/migrate`. */
  readonly byDirectory: ReadonlyMap<string, IndexNode>;
  /** By the name of any directory on the way, e.g. `node_modules`. */
  readonly bySegment: ReadonlyMap<string, IndexNode>;
}

export function indexGlobs(lists: readonly (readonly Glob[])[]): GlobIndex {
  const root = emptyNode();
  const byDirectory = new Map<string, IndexNode>();
  const bySegment = new Map<string, IndexNode>();
  const pending: { readonly list: number; readonly position: number; readonly keys: readonly GlobKey[] }[] = [];
  const crowd = new Map<string, number>();
  for (const [list, globs] of lists.entries()) {
    for (const [position, glob] of globs.entries()) {
      for (const keys of glob.alternatives.flatMap(keysOf)) {
        pending.push({ list, position, keys });
        for (const key of keys) crowd.set(nameOf(key), (crowd.get(nameOf(key)) ?? 0) + 1);
      }
    }
  }
  for (const { list, position, keys } of pending) {
    // The least crowded key leads the fewest files to the most tests.
    const [first, ...others] = keys;
    const key = others.reduce(
      (best, other) => ((crowd.get(nameOf(other)) ?? 0) < (crowd.get(nameOf(best)) ?? 0) ? other : best),
      first as GlobKey,
    );
    const node = key.node === 'root' ? root : nodeIn(key.node === 'directory' ? byDirectory : bySegment, key.nodeName);
    bucketIn(node, key).push({ list, position, path: key.path, test: key.test });
  }
  return { lists, root, byDirectory, bySegment };
}

function nameOf(key: GlobKey): string {
  return `${key.node} ${key.nodeName}\n${key.bucket} ${key.bucketName}`;
}

function nodeIn(nodes: Map<string, IndexNode>, name: string): IndexNode {
  const node = nodes.get(name) ?? emptyNode();
  nodes.set(name, node);
  return node;
}

function bucketIn(node: IndexNode, key: GlobKey): Candidate[] {
  if (key.bucket === 'below') return node.below;
  if (key.bucket === 'rest') return node.rest;
  const buckets = key.bucket === 'name' ? node.byName : node.byExtension;
  const bucket = buckets.get(key.bucketName) ?? [];
  buckets.set(key.bucketName, bucket);
  return bucket;
}

function emptyNode(): IndexNode {
  return { below: [], byName: new Map(), byExtension: new Map(), rest: [] };
}
