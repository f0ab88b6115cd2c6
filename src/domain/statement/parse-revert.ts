import { parseRevertBranch, parseRevertTitle } from '../attribution/revert-title.ts';
import {
  distinctReferences,
  findReferences,
  type PullRequestReference,
  REFERENCE,
  withoutQuotes,
} from './pull-request-reference.ts';

const REVERTS = new RegExp(
  `\\b(?:reverts?|reverting|revert of|rolls? back|rolling back|backs? out|undo(?:es)?)\\b:?\\s+(?:(?:pr|pull request|the|changes? (?:in|from|of))\\s+){0,2}${REFERENCE}`,
  'gi',
);
const REVERTS_JA = new RegExp(
  `${REFERENCE}\\s*(?:の変更|のPR)?\\s*(?:を|の)\\s*(?:リバート|revert|取り消|差し戻|切り戻)`,
  'gi',
);
/** Without quotation marks: `revert: cache rows (#12)`, `Revert #12`. */
const REVERT_TITLE = /^(?:[\w()!-]{1,40}:\s*)?revert\b[^#]{0,400}#(\d{1,9})\b/i;

/**
 * The pull requests that a pull request claims to revert, from what GitHub's button writes (`Reverts owner/name#12`,
 * branch `revert-12-…`) and from what people write. Claims, not facts: whether it is true is seen in the diff.
 */
export function parseRevert(title: string, body: string | null, headRef: string): readonly PullRequestReference[] {
  const text = withoutQuotes((body ?? '').slice(0, 65_536));
  const found = [...findReferences(text, REVERTS), ...findReferences(text, REVERTS_JA)];
  const quoted = parseRevertTitle(title);
  const inTitle = quoted ? quoted.number : Number(REVERT_TITLE.exec(title)?.[1] ?? Number.NaN);
  // An even depth applies the change again: nothing is undone.
  if (inTitle && (!quoted || quoted.depth % 2 === 1)) found.push({ number: inTitle });
  const inBranch = parseRevertBranch(headRef);
  if (inBranch) found.push({ number: inBranch });
  return distinctReferences(found);
}
