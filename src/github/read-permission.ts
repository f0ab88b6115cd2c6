import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import { PERMISSIONS, type Permission } from '../ports/github.ts';
import type { Api } from './api.ts';

const answer = z.object({ permission: z.string(), role_name: z.string().optional() });

/** `role_name` tells triage and maintain apart; a role of the organisation's own counts as what it is built on. */
export async function readPermission(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  login: string,
): Promise<Permission> {
  const found = await api.find(answer, 'GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
    owner,
    repo: name,
    username: login,
  });
  return toPermission(found?.role_name) ?? toPermission(found?.permission) ?? 'none';
}

function toPermission(word: string | undefined): Permission | undefined {
  return PERMISSIONS.find((permission) => permission === word);
}
