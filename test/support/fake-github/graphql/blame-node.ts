import type { Commit } from '../state/git-objects.ts';
import type { Repository } from '../state/repository.ts';

/** `Commit.blame`: the line of first parents from the file's beginning, each line to the commit that wrote it last. */
export function blameNode(
  repository: Repository,
  commit: Commit,
  path: string,
  nodeOf: (commit: Commit) => object,
): object {
  const line: Commit[] = [];
  for (let at: Commit | undefined = commit; at !== undefined; at = repository.commits.get(at.parents[0] ?? '')) {
    line.unshift(at);
  }
  let owned: { readonly text: string; readonly by: Commit }[] = [];
  let blob: string | undefined;
  for (const step of line) {
    const now = step.tree.get(path);
    if (now === blob) continue;
    blob = now;
    owned = now === undefined ? [] : carryOver(owned, linesOf(repository, now), step);
  }
  if (blob === undefined) throw new Error(`The path ${path} does not exist`, { cause: 'NOT_FOUND' });
  const ranges: { startingLine: number; endingLine: number; age: number; commit: object; by: Commit }[] = [];
  for (const [at, { by }] of owned.entries()) {
    const last = ranges.at(-1);
    if (last?.by === by) last.endingLine = at + 1;
    else ranges.push({ startingLine: at + 1, endingLine: at + 1, age: 1, commit: nodeOf(by), by });
  }
  return { __typename: 'Blame', ranges };
}

function linesOf(repository: Repository, blob: string): readonly string[] {
  return (repository.blobs.get(blob)?.toString('utf8') ?? '').replace(/\n$/, '').split('\n');
}

/** The longest common subsequence keeps its owners; every other line is the step's. */
function carryOver(
  old: readonly { readonly text: string; readonly by: Commit }[],
  now: readonly string[],
  by: Commit,
): { readonly text: string; readonly by: Commit }[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const same = old[i]?.text === now[j];
      (lengths[i] as number[])[j] = same ? 1 + at(i + 1, j + 1) : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let i = 0;
  return now.map((text, j) => {
    while (i < old.length && old[i]?.text !== text && at(i + 1, j) > at(i, j + 1)) i += 1;
    const kept = old[i];
    if (kept?.text !== text) return { text, by };
    i += 1;
    return kept;
  });
}
