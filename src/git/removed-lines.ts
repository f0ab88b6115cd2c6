import { gitText } from './run-git.ts';

/** Line numbers of the old file, ascending, 1-based. */
export interface OldLines {
  /** Lines that the commit removed or changed and that say something: not blank, not only a comment. */
  readonly removed: readonly number[];
  /** Lines next to each hunk. */
  readonly beside: readonly number[];
}

const BESIDE = 3;
const HUNK = /^@@ -(\d+)(?:,(\d+))? \+/;
/** A line of nothing but a comment or brackets in the usual languages. */
const SAYS_NOTHING = /^\s*(?:$|[#;*]|\/\/|\/\*|--(?!\S)|<!--|"""|[{}()[\]]+[;,]?\s*$|(?:end|else|begin)\s*$)/;

/** What a commit took from one file, white space apart. `undefined` when git cannot say: missing content or binary. */
export async function readRemovedLines(
  directory: string,
  parent: string,
  commit: string,
  path: string,
  signal?: AbortSignal,
): Promise<OldLines | undefined> {
  const { text, end } = await gitText(
    directory,
    [
      'diff-tree',
      '-p',
      '-U0',
      '-w',
      '--ignore-blank-lines',
      '--no-renames',
      '--no-ext-diff',
      '--no-textconv',
      '--no-color',
      '--no-commit-id',
      parent,
      commit,
      '--',
      `:(literal,top)${path}`,
    ],
    { signal },
  );
  if (end.code !== 0) return undefined;
  const removed: number[] = [];
  const beside = new Set<number>();
  let line = 0;
  let inHunk = false;
  for (const row of text.toString('utf8').split('\n')) {
    const hunk = HUNK.exec(row);
    if (hunk !== null) {
      inHunk = true;
      line = Number(hunk[1]);
      const length = hunk[2] === undefined ? 1 : Number(hunk[2]);
      // A pure insertion stands after `line`; a change replaces `line` and on.
      const last = length === 0 ? line : line + length - 1;
      const first = length === 0 ? line + 1 : line;
      for (let i = 1; i <= BESIDE; i += 1) {
        if (first - i > 0) beside.add(first - i);
        beside.add(last + i);
      }
    } else if (inHunk && row.startsWith('-')) {
      if (!SAYS_NOTHING.test(row.slice(1))) removed.push(line);
      line += 1;
    } else if (!inHunk && row.startsWith('Binary files')) return undefined;
  }
  for (const number of removed) beside.delete(number);
  return { removed, beside: [...beside].sort((a, b) => a - b) };
}
