const MOST = 20;

/** References that a text makes: `#12`, `owner/name#12`, or the address of a pull request. */
export interface PullRequestReference {
  /** `owner/name` when the reference names another repository. */
  readonly repository?: string;
  readonly number: number;
}

/** Source of a pattern whose groups are: repository of an address, repository before `#`, number. */
export const REFERENCE = String.raw`(?:https?:\/\/[\w.-]{1,100}\/([\w.-]{1,100}\/[\w.-]{1,100})\/pull\/|([\w.-]{1,100}\/[\w.-]{1,100})#|#|\b(?:pr|pull request|gh-)\s?#?)(\d{1,9})\b`;
/** The references that a pattern built on `REFERENCE` finds. */
export function findReferences(text: string, pattern: RegExp): PullRequestReference[] {
  const found: PullRequestReference[] = [];
  for (const match of text.matchAll(pattern)) {
    const repository = match[1] ?? match[2];
    found.push({ ...(repository ? { repository } : {}), number: Number(match[3]) });
    if (found.length >= MOST) break;
  }
  return found;
}

/** Each pull request once. */
export function distinctReferences(found: readonly PullRequestReference[]): readonly PullRequestReference[] {
  const seen = new Set<string>();
  const named = new Set(found.filter((each) => each.repository).map((each) => each.number));
  return found.filter((each) => {
    // GitHub writes `owner/name#12` into the body and `12` into the branch: one pull request.
    if (!each.repository && named.has(each.number)) return false;
    const key = `${each.repository?.toLowerCase() ?? ''}#${each.number}`;
    return seen.has(key) || each.number === 0 ? false : Boolean(seen.add(key));
  });
}

/** Comments, code and quotes claim nothing. */
export function withoutQuotes(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('<!--')
    .map((part, index) => (index === 0 ? part : part.includes('-->') ? part.slice(part.indexOf('-->') + 3) : ''))
    .join(' ')
    .replace(/^[ \t]*>.*$/gm, '')
    .replace(/^[ \t]*(```|~~~)[\s\S]*?(?:^[ \t]*\1|(?![\s\S]))/gm, '')
    .replace(/`[^`\n]{0,400}`/g, ' ');
}
