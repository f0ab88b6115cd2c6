import {
  distinctReferences,
  findReferences,
  type PullRequestReference,
  REFERENCE,
  withoutQuotes,
} from './pull-request-reference.ts';

const LEAD = `(?:back-?ports?(?:ed|ing)?|manual back-?port|cherry[- ]?pick(?:s|ed|ing)?|forward-?ports?|port|cp)`;
const BACKPORTS = new RegExp(
  `\\b${LEAD}\\b(?:\\s+(?:of|from|for|commit|pr|pull request|the|changes?|in|automated|to|branch)){0,4}:?\\s*${REFERENCE}`,
  'gi',
);
const ORIGINAL = new RegExp(
  `\\b(?:original|main|master|upstream|source)\\s+(?:pr|pull request)\\b\\**\\s*[:：]?\\s*\\**\\s*${REFERENCE}`,
  'gi',
);
const BACKPORTS_JA = new RegExp(`${REFERENCE}\\s*(?:の|を)\\s*(?:バックポート|チェリーピック|cherry-?pick)`, 'gi');
const TITLE_IS_BACKPORT =
  /^(?:\[[^\]]{1,60}\]\s*){0,4}(?:🍒\s*)?(?:[\w()!-]{1,40}:\s*)?(?:\[?(?:back-?port|cherry[- ]?pick|cp)\b|🍒)|^\[(?:back-?port|cherry[- ]?pick|🍒|release|stable|[\w-]*\d+\.(?:\d+|x))/i;
const TITLE_NUMBER = /\(?(?:back-?port(?:ed)?(?: of)?|cherry[- ]?pick(?:ed)?(?: of)?|of|from)?\s*#(\d{1,9})\)?/i;

/** The pull requests that a pull request claims to carry to another branch: `Backport of #12`, `[release/6.0] … (#12)`. */
export function parseBackport(title: string, body: string | null): readonly PullRequestReference[] {
  const text = withoutQuotes((body ?? '').slice(0, 65_536));
  const found = [
    ...findReferences(text, BACKPORTS),
    ...findReferences(text, BACKPORTS_JA),
    ...findReferences(title, BACKPORTS),
  ];
  if (TITLE_IS_BACKPORT.test(title)) {
    found.push(...findReferences(text, ORIGINAL));
    const number = TITLE_NUMBER.exec(title)?.[1];
    if (found.length === 0 && number) found.push({ number: Number(number) });
  }
  return distinctReferences(found);
}
