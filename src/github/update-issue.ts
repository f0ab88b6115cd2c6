import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { IssueText } from '../ports/github-issues.ts';
import type { Api } from './api.ts';

export async function updateIssue(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  number: number,
  change: Partial<IssueText>,
): Promise<void> {
  const at = { owner, repo: name, issue_number: number };
  await api.send(z.unknown(), 'PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...at, ...change });
}
