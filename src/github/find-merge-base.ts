import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { Api } from './api.ts';

const answer = z.object({ merge_base_commit: z.object({ sha: z.string() }) });

/** One call, and the shortest page of what lies between: only the commit in common is read. */
export async function findMergeBase(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  base: string,
  head: string,
): Promise<string | null> {
  const found = await api.find(answer, 'GET /repos/{owner}/{repo}/compare/{basehead}', {
    owner,
    repo: name,
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  return found?.merge_base_commit.sha ?? null;
}
