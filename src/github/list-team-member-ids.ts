import { z } from 'zod';
import type { Api } from './api.ts';
import { orNullWhenGone } from './or-null-when-gone.ts';

const members = z.array(z.object({ id: z.number() }));

/** Needs the permission `members: read`. */
export async function listTeamMemberIds(
  { api }: { readonly api: Api },
  team: string,
): Promise<readonly number[] | null> {
  const [org = '', slug = ''] = team.split('/');
  const route = 'GET /orgs/{org}/teams/{team_slug}/members';
  const all = await orNullWhenGone(api.list(members, route, { org, team_slug: slug }, { cached: true }));
  return all === null ? null : all.map(({ id }) => id);
}
