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
const REVERT_TITLE = /^(?:[\w()!-]{1,40}:\s*)?(?:revert|reapply)\b.{0,400}\(#(\d{1,9})\)/i;
const REVERT_BRANCH = /^revert-(\d{1,9})-/;

/**
 * The pull requests that a pull request claims to revert, from what GitHub's button writes (`Reverts owner/name#12`,
 * branch `revert-12-…`) and from what people write. Claims, not facts: whether it is true is seen in the diff.
 */
export function parseRevert(title: string, body: string | null, headRef: string): readonly PullRequestReference[] {
  const text = withoutQuotes((body ?? '').slice(0, 65_536));
  const found = [...findReferences(text, REVERTS), ...findReferences(text, REVERTS_JA)];
  const inTitle = REVERT_TITLE.exec(title)?.[1] ?? /^revert\b\D{0,40}#(\d{1,9})\b/i.exec(title)?.[1];
  if (inTitle && /^(?:[\w()!-]{1,40}:\s*)?revert/i.test(title)) found.push({ number: Number(inTitle) });
  const inBranch = REVERT_BRANCH.exec(headRef)?.[1];
  if (inBranch) found.push({ number: Number(inBranch) });
  return distinctReferences(found);
}
