import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';

export const repositoryJson = z.object({
  id: z.number(),
  name: z.string(),
  owner: z.object({ login: z.string() }),
  private: z.boolean(),
  default_branch: z.string(),
});

export function toRepository(json: z.output<typeof repositoryJson>): Repository {
  return {
    id: json.id,
    owner: json.owner.login,
    name: json.name,
    defaultBranch: json.default_branch,
    private: json.private,
  };
}
