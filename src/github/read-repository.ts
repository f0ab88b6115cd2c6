import type { Repository } from '../domain/pull-request/repository.ts';
import { repositoryJson, toRepository } from '../payload/repository.ts';
import type { RepositoryName } from '../ports/github.ts';
import type { Api } from './api.ts';

export async function readRepository(
  { api }: { readonly api: Api },
  { owner, name }: RepositoryName,
): Promise<Repository | null> {
  const found = await api.find(repositoryJson, 'GET /repos/{owner}/{repo}', { owner, repo: name }, { cached: true });
  return found === null ? null : toRepository(found);
}
