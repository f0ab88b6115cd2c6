/** What a title like `Revert "Revert "Faster cache" (#7)"` claims. */
export interface RevertTitle {
  /** The innermost title, without the number that GitHub appends. */
  readonly title: string;
  /** The number that GitHub appended to the title that is undone: the pull request that this one undoes. */
  readonly number?: number;
  /** How often the innermost change was undone and applied again: odd is undone, even is applied again. */
  readonly depth: number;
}

const APPENDED = /\s*\(#(\d{1,9})\)\s*$/;
/** Deep enough for any real quarrel; hostile titles nest for ever. */
const MAX_DEPTH = 50;

/** Reads a revert's title as `git revert` and GitHub write it; `Reapply "…"` is the revert of a revert. */
export function parseRevertTitle(subject: string): RevertTitle | undefined {
  let title = subject.slice(0, 1_000).trim();
  let depth = 0;
  let number: number | undefined;
  while (depth < MAX_DEPTH) {
    const opened = /^(revert|reapply)(?:\s*:|ed)?\s+["“'](.+)$/isu.exec(title);
    if (opened?.[1] === undefined || opened[2] === undefined) break;
    const inner = unquote(opened[2]);
    if (inner === undefined) break;
    depth += opened[1].toLowerCase() === 'reapply' ? 2 : 1;
    title = inner;
    if (number === undefined) {
      const appended = APPENDED.exec(title)?.[1];
      if (appended !== undefined) number = Number(appended);
    }
  }
  if (depth === 0) return undefined;
  return { title: title.replace(APPENDED, '').trim(), depth, ...(number === undefined ? {} : { number }) };
}

/** The text up to the last closing quotation mark; GitHub cuts long titles, so a missing one is the end. */
function unquote(text: string): string | undefined {
  const end = Math.max(text.lastIndexOf('"'), text.lastIndexOf('”'), text.lastIndexOf("'"));
  const inner = (end < 0 ? text : text.slice(0, end)).trim();
  return inner === '' ? undefined : inner;
}

const REVERT_BRANCH = /(?:^|[\s/:])revert-(\d{1,9})-/;

/** The pull request named by a branch that GitHub's Revert button made: `revert-12-fix-cache`. */
export function parseRevertBranch(branch: string): number | undefined {
  const number = REVERT_BRANCH.exec(branch.slice(0, 1_000))?.[1];
  return number === undefined ? undefined : Number(number);
}
