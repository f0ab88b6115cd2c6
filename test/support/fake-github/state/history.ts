import type { Commit, FileChange } from './git-objects.ts';
import type { Repository } from './repository.ts';

/** A branch, a tag, a full ref or a commit's SHA. */
export function resolveCommit(repository: Repository, ref: string): Commit | null {
  const name = ref.replace(/^refs\/(heads|tags)\/|^heads\//, '');
  const sha = name === 'HEAD' ? repository.branches.get(repository.defaultBranch) : undefined;
  const found = sha ?? repository.branches.get(name) ?? repository.tags.get(name) ?? name;
  const exact = repository.commits.get(found);
  if (exact !== undefined || !/^[0-9a-f]{4,39}$/.test(found)) return exact ?? null;
  const fitting = [...repository.commits.values()].filter(({ sha: id }) => id.startsWith(found));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** The commit and all that came before it, newest first (breadth first). */
export function ancestors(repository: Repository, sha: string): readonly Commit[] {
  const seen = new Set<string>();
  const queue = [sha];
  const found: Commit[] = [];
  for (let at = 0; at < queue.length; at += 1) {
    const next = queue[at];
    if (next === undefined || seen.has(next)) continue;
    seen.add(next);
    const commit = repository.commits.get(next);
    if (commit === undefined) continue;
    found.push(commit);
    queue.push(...commit.parents);
  }
  return found;
}

/** The commit and all that came before it, lazily, in the order of `git log`: by date, a child before its parents. */
export function* walkHistory(repository: Repository, sha: string): Generator<Commit> {
  const seen = new Set<string>([sha]);
  const first = repository.commits.get(sha);
  const frontier = first === undefined ? [] : [first];
  for (let next = frontier.shift(); next !== undefined; next = frontier.shift()) {
    yield next;
    for (const parent of next.parents) {
      const commit = seen.has(parent) ? undefined : repository.commits.get(parent);
      seen.add(parent);
      if (commit === undefined) continue;
      const at = frontier.findIndex(({ date }) => date < commit.date);
      frontier.splice(at < 0 ? frontier.length : at, 0, commit);
    }
  }
}

export interface Comparison {
  readonly mergeBase: Commit | null;
  /** Commits of the head that the base lacks, oldest first. */
  readonly ahead: readonly Commit[];
  readonly behindBy: number;
  readonly files: readonly FileChange[];
}

/** Three dots: what the head brings since it left the base. */
export function compareCommits(repository: Repository, baseSha: string, headSha: string): Comparison {
  const ofBase = ancestors(repository, baseSha);
  const ofHead = ancestors(repository, headSha);
  const inBase = new Set(ofBase.map((commit) => commit.sha));
  const inHead = new Set(ofHead.map((commit) => commit.sha));
  const ahead = ofHead.filter((commit) => !inBase.has(commit.sha)).reverse();
  return {
    mergeBase: ofHead.find((commit) => inBase.has(commit.sha)) ?? null,
    ahead,
    behindBy: ofBase.filter((commit) => !inHead.has(commit.sha)).length,
    // A merge commit repeats what its parents brought.
    files: mergeFileChanges(ahead.filter((commit) => commit.parents.length < 2).map((commit) => commit.files)),
  };
}

/** Folds the changes of successive commits into one change per file, as `git diff first last` would show it. */
export function mergeFileChanges(steps: readonly (readonly FileChange[])[]): readonly FileChange[] {
  const merged = new Map<string, FileChange>();
  for (const change of steps.flat()) {
    const before = merged.get(change.previousPath ?? change.path);
    if (before !== undefined) merged.delete(before.path);
    const next = before === undefined ? change : foldChange(before, change);
    if (next !== null) merged.set(next.path, next);
  }
  return [...merged.values()];
}

function foldChange(before: FileChange, after: FileChange): FileChange | null {
  const additions = before.additions + after.additions;
  const deletions = before.deletions + after.deletions;
  if (before.status === 'added' && after.status === 'removed') return null;
  if (after.status === 'removed') return { ...after, path: before.previousPath ?? after.path };
  if (before.status === 'added') {
    return { path: after.path, status: 'added', additions, deletions, blobSha: after.blobSha };
  }
  if (before.status === 'removed') return { ...after, status: 'modified', additions, deletions };
  const previousPath = before.previousPath ?? after.previousPath;
  const renamed = previousPath === undefined ? {} : { previousPath, status: 'renamed' as const };
  return { ...after, ...renamed, additions, deletions };
}
