import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { IssueText } from '../ports/github-issues.ts';
import type { Api } from './api.ts';

const created = z.object({ number: z.number() });

export async function createIssue(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  { title, body }: IssueText,
): Promise<number> {
  const issue = await api.send(created, 'POST /repos/{owner}/{repo}/issues', { owner, repo: name, title, body });
  return issue.number;
}
