import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { PublishedRun } from '../ports/github.ts';
import type { GitHubDeps } from './create-github.ts';

const runs = z
  .object({ check_runs: z.array(z.object({ id: z.number(), external_id: z.string().nullish() })) })
  .transform(({ check_runs }) => check_runs);

export async function findCheckRun(
  { api, appId }: Pick<GitHubDeps, 'api' | 'appId'>,
  { owner, name }: Repository,
  headSha: string,
  checkName: string,
): Promise<PublishedRun | null> {
  const ours = await api.list(runs, 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    owner,
    repo: name,
    ref: headSha,
    check_name: checkName,
    filter: 'all',
    ...(appId === null ? {} : { app_id: appId }),
  });
  const newest = ours.reduce<(typeof ours)[number] | null>(
    (best, run) => (best === null || run.id > best.id ? run : best),
    null,
  );
  return newest === null ? null : { id: newest.id, externalId: newest.external_id ?? '' };
}
