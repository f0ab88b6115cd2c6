import type { ChangeReference } from './reference.ts';

/** More references than this are a list, not an explanation. */
export const MAX_REFERENCES = 1_000;

// Every quantifier is bounded and every alternative starts at a boundary that the look-behind fixes: linear on any text.
const PATTERN = new RegExp(
  [
    // A link to a pull request, an issue or a commit, on any host.
    'https?://[\\w.:-]{1,200}/(?<linkOwner>[\\w.-]{1,100})/(?<linkName>[\\w.-]{1,100})/(?:-/)?' +
      '(?<linkKind>pulls?|commits?|issues|merge_requests)/(?<linkId>[0-9a-f]{1,40})(?![\\w-])(?:[/?#][^\\s<>"\'`()\\[\\]]{0,300})?',
    // owner/name#12, GH-12, #12
    '(?<![\\w/#&.@-])(?:(?<owner>[\\w.-]{1,100})/(?<name>[\\w.-]{1,100})#|GH-|#)(?<number>[1-9]\\d{0,8})(?![\\w])',
    // owner/name@sha and sha
    '(?<![\\w/#@-])(?<!\\w\\.)(?:(?<shaOwner>[\\w.-]{1,100})/(?<shaName>[\\w.-]{1,100})@)?(?<sha>[0-9a-f]{7,40})(?![\\w-]|\\.\\w)',
  ].join('|'),
  'giu',
);

/** Before a word made only of digits or only of letters, one of these says that it is a commit. */
const SAYS_COMMIT = /(?:commits?|changeset|revision|rev|sha)[\s:`[(]{1,3}$/i;

/** Finds what a text refers to, in order, {@link MAX_REFERENCES} at most. Linear in the text, never throws. */
export function findReferences(text: string): ChangeReference[] {
  const found: ChangeReference[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const reference = toReference(match, text);
    if (reference === undefined) continue;
    const last = found.at(-1);
    // [#12](https://…/pull/12) is one reference; the link says more than its text.
    if (last !== undefined && /^`?\]\($/.test(text.slice(last.end, reference.start))) {
      found[found.length - 1] = { ...reference, start: last.start };
    } else found.push(reference);
    if (found.length >= MAX_REFERENCES) break;
  }
  return found;
}

function toReference(match: RegExpExecArray, text: string): ChangeReference | undefined {
  const { linkKind, linkId, linkOwner, linkName, owner, name, number, shaOwner, shaName, sha } = match.groups ?? {};
  const at = { start: match.index, end: match.index + match[0].length };
  if (linkKind !== undefined && linkId !== undefined) {
    const repository = `${linkOwner}/${linkName}`;
    if (linkKind.toLowerCase().startsWith('commit')) {
      return linkId.length < 7 ? undefined : { kind: 'commit', repository, sha: linkId.toLowerCase(), ...at };
    }
    if (!/^\d{1,9}$/.test(linkId)) return undefined;
    const kind = linkKind.toLowerCase() === 'issues' ? 'issue' : 'pull-request';
    return { kind, repository, number: Number(linkId), ...at };
  }
  if (number !== undefined) {
    const repository = owner === undefined ? {} : { repository: `${owner}/${name}` };
    return { kind: 'number', ...repository, number: Number(number), ...at };
  }
  if (sha === undefined || !looksLikeCommit(sha, text, match.index)) return undefined;
  const repository = shaOwner === undefined ? {} : { repository: `${shaOwner}/${shaName}` };
  return { kind: 'commit', ...repository, sha: sha.toLowerCase(), ...at };
}

/** `deadbeef` and `20240131` are words and dates more often than commits; a mix of digits and letters rarely is. */
function looksLikeCommit(sha: string, text: string, at: number): boolean {
  if (sha.length === 40) return true;
  if (/\d/.test(sha) && /[a-f]/i.test(sha)) return true;
  return SAYS_COMMIT.test(text.slice(Math.max(0, at - 14), at));
}
