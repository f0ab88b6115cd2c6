import { z } from 'zod';
import type { Api } from './api.ts';

const installations = z.array(z.object({ id: z.number(), suspended_at: z.string().nullish() }));

/** Suspended ones are left out: no token can be had for them. */
export async function listInstallationIds({ api }: { readonly api: Api }): Promise<readonly number[]> {
  const all = await api.list(installations, 'GET /app/installations', {});
  return all.filter(({ suspended_at }) => (suspended_at ?? null) === null).map(({ id }) => id);
}
