import type { BlameAnswer } from '../ports/history.ts';
import { blameLines } from './blame-lines.ts';
import { isExactPath } from './decode-path.ts';
import { readRemovedLines } from './removed-lines.ts';
import { gitText } from './run-git.ts';

/** A fix that touches more is a rewrite; its blame says little and costs much. */
const MAX_FILES = 20;
const MAX_LINES = 1_000;

/** Blames what a commit removed, and what stands beside, at its first parent. Files that git cannot read are counted, not fatal. */
export async function blameCommit(
  directory: string,
  { id, parent }: { readonly id: string; readonly parent: string },
  files: readonly string[],
  ignored: readonly string[],
  signal?: AbortSignal,
): Promise<BlameAnswer> {
  const removed = new Map<string, number>();
  const beside = new Map<string, number>();
  let skippedFiles = Math.max(0, files.length - MAX_FILES);
  for (const path of files.slice(0, MAX_FILES)) {
    const lines = isExactPath(path) ? await readRemovedLines(directory, parent, id, path, signal) : undefined;
    if (lines === undefined) {
      skippedFiles += 1;
      continue;
    }
    const length = await countLines(directory, parent, path, signal);
    const wanted = [...lines.removed, ...lines.beside].filter((line) => line <= length);
    if (wanted.length === 0) continue;
    const blamed =
      wanted.length > MAX_LINES ? undefined : await blameLines(directory, parent, path, wanted, ignored, signal);
    if (blamed === undefined) {
      skippedFiles += 1;
      continue;
    }
    const gone = new Set(lines.removed);
    for (const { commit, line } of blamed) {
      const target = gone.has(line) ? removed : beside;
      target.set(commit, (target.get(commit) ?? 0) + 1);
    }
  }
  return { removed: toList(removed), beside: toList(beside), skippedFiles };
}

/** 0 for a file that the parent does not have. `-L` beyond the end is an error to git. */
async function countLines(directory: string, commit: string, path: string, signal?: AbortSignal): Promise<number> {
  const { text, end } = await gitText(directory, ['cat-file', 'blob', `${commit}:${path}`], { signal });
  if (end.code !== 0) return 0;
  let count = text.length > 0 && text.at(-1) !== 0x0a ? 1 : 0;
  for (let at = text.indexOf(0x0a); at >= 0; at = text.indexOf(0x0a, at + 1)) count += 1;
  return count;
}

function toList(counts: ReadonlyMap<string, number>): { commit: string; lines: number }[] {
  return [...counts]
    .map(([commit, lines]) => ({ commit, lines }))
    .sort((a, b) => b.lines - a.lines || (a.commit < b.commit ? -1 : 1));
}
