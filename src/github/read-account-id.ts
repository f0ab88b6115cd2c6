import { z } from 'zod';
import type { Api } from './api.ts';

const account = z.object({ id: z.number() });

export async function readAccountId({ api }: { readonly api: Api }, login: string): Promise<number | null> {
  const found = await api.find(account, 'GET /users/{username}', { username: login });
  return found?.id ?? null;
}
