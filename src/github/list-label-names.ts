import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { Api } from './api.ts';

const labels = z.array(z.object({ name: z.string() }));

export async function listLabelNames(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
): Promise<readonly string[]> {
  const all = await api.list(labels, 'GET /repos/{owner}/{repo}/labels', { owner, repo: name }, { cached: true });
  return all.map((label) => label.name);
}
