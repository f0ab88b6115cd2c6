import type { PastCommit } from './past-commit.ts';

/**
 * The main line in a page of history: from one commit on, each one's first parent, as far as the page goes. Commits of
 * merged branches lie in between, and the page may end before the next link.
 */
export function followFirstParents(page: readonly PastCommit[], from: string): readonly PastCommit[] {
  const bySha = new Map(page.map((commit) => [commit.sha, commit]));
  const chain: PastCommit[] = [];
  for (let next = bySha.get(from); next !== undefined; next = bySha.get(next.firstParent ?? '')) {
    chain.push(next);
    // A history has no circles; an answer that has one must not hang us.
    bySha.delete(next.sha);
  }
  return chain;
}
