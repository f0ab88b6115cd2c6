import { type MemberReference, memberReferences } from '../domain/project/project-members.ts';
import type { Project } from '../domain/project/project.ts';
import type { Clock } from '../ports/clock.ts';
import { GitHubError } from '../ports/github-error.ts';
import type { GitHubPeople } from '../ports/github-people.ts';
import type { Log } from '../ports/log.ts';
import type { KnownMembers, MemberStore } from '../ports/project-store.ts';

export interface MembersDeps {
  readonly github: GitHubPeople;
  readonly store: { readonly members: MemberStore };
  readonly clock: Clock;
  readonly log: Log;
}

const MINUTE_MS = 60 * 1_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Less than an hour, so that the next hourly round tries again. */
const RETRY_MS = 50 * MINUTE_MS;

/**
 * Asks GitHub once a day whom the projects' authors and teams stand for. Where that fails the old answer is kept, with
 * the reason: a team that cannot be read for a while must not empty a project.
 */
export async function refreshMembers(
  deps: MembersDeps,
  installationId: number,
  projects: readonly Project[],
): Promise<void> {
  const references = memberReferences(projects);
  const known = await deps.store.members.of(installationId, references);
  const now = deps.clock.now();
  for (const reference of references) {
    const old = known.get(reference);
    if (old !== undefined && now - old.triedAt < (old.problem === 'failed' ? RETRY_MS : DAY_MS)) continue;
    const members = await readMembers(deps, reference, old, now);
    await deps.store.members.save(installationId, reference, members);
  }
}

async function readMembers(
  { github, log }: MembersDeps,
  reference: MemberReference,
  old: KnownMembers | undefined,
  now: number,
): Promise<KnownMembers> {
  const keep = (problem: NonNullable<KnownMembers['problem']>): KnownMembers => {
    log.warn({ reference, problem, kept: old?.ids.length ?? 0 }, 'members could not be read: the old ones are kept');
    return { ids: old?.ids ?? [], readAt: old?.readAt ?? null, triedAt: now, problem };
  };
  try {
    const ids = await accountsBehind(github, reference);
    return ids === null ? keep('not-found') : { ids, readAt: now, triedAt: now, problem: null };
  } catch (error) {
    if (error instanceof GitHubError) return keep('failed');
    throw error;
  }
}

async function accountsBehind(github: GitHubPeople, reference: MemberReference): Promise<readonly number[] | null> {
  if (reference.includes('/')) return github.teamMemberIds(reference);
  const id = await github.accountId(reference);
  return id === null ? null : [id];
}
