import { createHash } from 'node:crypto';
import type { Commit } from './git-objects.ts';
import type { Repository } from './repository.ts';

/** A path looked up in a commit: a blob, or the direct children of a folder. */
export type TreeObject =
  | { readonly kind: 'blob'; readonly sha: string; readonly path: string }
  | { readonly kind: 'tree'; readonly sha: string; readonly path: string; readonly entries: readonly TreeEntry[] };

interface TreeEntry {
  readonly name: string;
  readonly path: string;
  readonly kind: 'blob' | 'tree';
  readonly sha: string;
}

/** Git's own blob SHA, so that equal contents have equal ids everywhere. */
function blobSha(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

export function storeBlob(repository: Repository, text: string): string {
  const content = Buffer.from(text, 'utf8');
  const sha = blobSha(content);
  repository.blobs.set(sha, content);
  return sha;
}

export function objectAt(commit: Commit, path: string): TreeObject | null {
  const clean = path.replace(/^\/+|\/+$/g, '');
  const blob = commit.tree.get(clean);
  if (blob !== undefined) return { kind: 'blob', sha: blob, path: clean };
  const entries = entriesOf(commit, clean);
  if (entries.length === 0 && clean !== '') return null;
  return { kind: 'tree', sha: treeSha(entries), path: clean, entries };
}

function entriesOf(commit: Commit, folder: string): readonly TreeEntry[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const children = new Map<string, { blob: string | null; hash: string }>();
  for (const [path, sha] of commit.tree) {
    if (!path.startsWith(prefix)) continue;
    const rest = path.slice(prefix.length);
    const slash = rest.indexOf('/');
    if (slash < 0) {
      children.set(rest, { blob: sha, hash: sha });
      continue;
    }
    const name = rest.slice(0, slash);
    const hash = createHash('sha1')
      .update(`${children.get(name)?.hash ?? ''}${rest}${sha}`)
      .digest('hex');
    children.set(name, { blob: null, hash });
  }
  return [...children]
    .map(([name, { blob, hash }]) => ({
      name,
      path: `${prefix}${name}`,
      kind: blob === null ? ('tree' as const) : ('blob' as const),
      sha: blob ?? hash,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function treeSha(entries: readonly TreeEntry[]): string {
  const listing = entries.map((entry) => `${entry.kind} ${entry.sha} ${entry.name}`).join('\n');
  return createHash('sha1').update(`tree ${listing}`).digest('hex');
}
