import type { Account } from '../state/account.ts';
import type { Commit, FileChange, FileStatus } from '../state/git-objects.ts';
import type { Repository } from '../state/repository.ts';
import { storeBlob } from '../state/trees.ts';
import { timeOf, type World } from '../state/world.ts';
import { patchOf } from './patch-of.ts';

/** A file as a scene states it: a bare path is a file modified by one line. */
export type FileSpec =
  | string
  | {
      readonly path: string;
      readonly status?: FileStatus;
      readonly previousPath?: string;
      readonly additions?: number;
      readonly deletions?: number;
      /** The content after the change; made up when absent. */
      readonly text?: string;
    };

export interface NewCommit {
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Account;
  readonly files: readonly FileSpec[];
  /** A SHA of the scene's choice, e.g. to let two pull requests share their head. */
  readonly sha?: string;
}

/** Adds a commit on top of its first parent; moves no branch. */
export function commitFiles(world: World, repository: Repository, spec: NewCommit): Commit {
  const parent = repository.commits.get(spec.parents[0] ?? '');
  const tree = new Map(parent?.tree ?? []);
  const sha = spec.sha ?? world.ids.sha(spec.message);
  const files = spec.files.map((file) => applyFile(repository, tree, file, sha));
  const { parents, message, author } = spec;
  const commit: Commit = { sha, parents, message, author, date: timeOf(world), files, tree };
  repository.commits.set(sha, commit);
  return commit;
}

function applyFile(repository: Repository, tree: Map<string, string>, spec: FileSpec, sha: string): FileChange {
  const file = typeof spec === 'string' ? { path: spec } : spec;
  const { path, previousPath } = file;
  const status = file.status ?? (previousPath === undefined ? 'modified' : 'renamed');
  const old = repository.blobs.get(tree.get(previousPath ?? path) ?? '')?.toString('utf8');
  if (previousPath !== undefined && status === 'renamed') tree.delete(previousPath);
  if (status === 'removed') {
    const blobSha = tree.get(path) ?? null;
    tree.delete(path);
    return { path, status, additions: 0, deletions: file.deletions ?? lines(old), blobSha };
  }
  const text = file.text ?? (status === 'renamed' && old !== undefined ? old : `${path} at ${sha}\n`);
  const blobSha = storeBlob(repository, text);
  tree.set(path, blobSha);
  const counts = countsOf(file, status, text, old);
  const patch = file.text === undefined ? undefined : patchOf(status === 'added' ? '' : (old ?? ''), text);
  return {
    path,
    status,
    ...counts,
    blobSha,
    ...(previousPath === undefined ? {} : { previousPath }),
    ...(patch === undefined ? {} : { patch }),
  };
}

function countsOf(
  file: { readonly additions?: number; readonly deletions?: number; readonly text?: string },
  status: FileStatus,
  text: string,
  old: string | undefined,
) {
  const known = file.text !== undefined;
  const added = known ? lines(text) : status === 'renamed' ? 0 : 1;
  const removed = known && status !== 'added' ? lines(old) : 0;
  return { additions: file.additions ?? added, deletions: file.deletions ?? removed };
}

function lines(text: string | undefined): number {
  if (text === undefined || text === '') return 0;
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
