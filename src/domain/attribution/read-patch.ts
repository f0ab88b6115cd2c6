/** Line numbers of the old file, ascending, 1-based. */
export interface PatchedLines {
  /** Lines that were removed or changed and that say something. */
  readonly removed: readonly number[];
  /** Up to three lines on each side of what was inserted. */
  readonly beside: readonly number[];
}

const BESIDE = 3;
const HUNK = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+/;
/** A line of nothing but a comment or brackets in the usual languages. */
const SAYS_NOTHING = /^\s*(?:$|[#;*]|\/\/|\/\*|--(?!\S)|<!--|"""|[{}()[\]]+[;,]?\s*$|(?:end|else|begin)\s*$)/;
/** Longer patches are not read to their end: GitHub gives none beyond a megabyte. */
const READ = 1_000_000;

/**
 * What a unified diff took from a file. A line that comes back in the same hunk with other white space was formatted, not
 * mended, and is left out, as `git diff -w` would. Linear; never throws.
 */
export function readPatch(patch: string): PatchedLines {
  const removed: number[] = [];
  const beside = new Set<number>();
  let line = 0;
  let old: { readonly at: number; readonly text: string }[] = [];
  let added: string[] = [];
  const endChange = (): void => {
    const kept = new Map<string, number>();
    for (const text of added) kept.set(squeeze(text), (kept.get(squeeze(text)) ?? 0) + 1);
    for (const { at, text } of old) {
      const left = kept.get(squeeze(text)) ?? 0;
      if (left > 0) kept.set(squeeze(text), left - 1);
      else if (!SAYS_NOTHING.test(text)) removed.push(at);
    }
    if (added.length > 0) {
      const first = old[0]?.at ?? line;
      for (let i = 1; i <= BESIDE; i += 1) {
        if (first - i > 0) beside.add(first - i);
        beside.add(line + i - 1);
      }
    }
    old = [];
    added = [];
  };
  for (const row of patch.slice(0, READ).split('\n')) {
    const hunk = HUNK.exec(row);
    if (hunk !== null) {
      endChange();
      // A pure insertion at the hunk's start stands after its line.
      line = Number(hunk[1]) + (hunk[2] === '0' ? 1 : 0);
    } else if (row.startsWith('-')) {
      if (added.length > 0) endChange();
      old.push({ at: line, text: row.slice(1) });
      line += 1;
    } else if (row.startsWith('+')) added.push(row.slice(1));
    else if (!row.startsWith('\\')) {
      endChange();
      line += 1;
    }
  }
  endChange();
  const taken = new Set(removed);
  return { removed, beside: [...beside].filter((at) => !taken.has(at)).sort((a, b) => a - b) };
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
