import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import { repositoryJson, toRepository } from '../payload/repository.ts';
import type { Api } from './api.ts';

const answer = z.object({ repositories: z.array(repositoryJson) }).transform(({ repositories }) => repositories);

export async function listInstalledRepositories({ api }: { readonly api: Api }): Promise<readonly Repository[]> {
  const all = await api.list(answer, 'GET /installation/repositories', {});
  return all.map(toRepository);
}
