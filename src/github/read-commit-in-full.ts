import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import { accountJson, toAuthor } from '../payload/account.ts';
import type { CommitInFull } from '../ports/github-past.ts';
import type { Api } from './api.ts';
import { fileJson, toChangedFile } from './list-changed-files.ts';

/** GitHub lists no more files of a commit than 3,000. */
const MAX_PAGES = 30;
const PER_PAGE = 100;

const commitJson = z.object({
  sha: z.string(),
  commit: z.object({ message: z.string(), committer: z.object({ date: z.string() }) }),
  // Of a person whom GitHub does not know it is `null`, or an empty object.
  author: accountJson.catch(null),
  stats: z.object({ additions: z.number(), deletions: z.number() }),
  files: z.array(fileJson).default([]),
});

/** `null` when there is no such commit. */
export async function readCommitInFull(
  { api }: { readonly api: Api },
  { owner, name: repo }: Repository,
  sha: string,
): Promise<CommitInFull | null> {
  const readPage = (page: number) =>
    api.find(commitJson, 'GET /repos/{owner}/{repo}/commits/{ref}', {
      owner,
      repo,
      ref: sha,
      per_page: PER_PAGE,
      page,
    });
  const first = await readPage(1);
  if (first === null) return null;
  const files = [...first.files];
  let last = first.files.length;
  let pages = 1;
  for (; last === PER_PAGE && pages < MAX_PAGES; pages += 1) {
    const page = (await readPage(pages + 1))?.files ?? [];
    files.push(...page);
    last = page.length;
  }
  const truncated = last === PER_PAGE && pages === MAX_PAGES;
  return {
    sha: first.sha,
    message: first.commit.message,
    committedAt: first.commit.committer.date,
    author: toAuthor(first.author),
    additions: first.stats.additions,
    deletions: first.stats.deletions,
    files: {
      files: files.map(toChangedFile),
      expected: files.length,
      ...(truncated ? { incomplete: 'truncated' as const } : {}),
    },
  };
}
