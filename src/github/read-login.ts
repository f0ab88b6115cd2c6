import { z } from 'zod';
import type { Api } from './api.ts';

const answer = z.object({ login: z.string() });

/** By its number: a login that was given up can be somebody else's by now. */
export async function readLogin({ api }: { readonly api: Api }, accountId: number): Promise<string | null> {
  return (await api.find(answer, 'GET /user/{account_id}', { account_id: accountId }))?.login ?? null;
}
