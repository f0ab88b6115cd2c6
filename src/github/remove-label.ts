import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import { GitHubError } from '../ports/github-error.ts';
import type { Api } from './api.ts';

export async function removeLabel(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  number: number,
  label: string,
): Promise<void> {
  try {
    await api.send(z.unknown(), 'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', {
      owner,
      repo: name,
      issue_number: number,
      name: label,
    });
  } catch (error) {
    if (error instanceof GitHubError && error.fault === 'gone') return;
    throw error;
  }
}
