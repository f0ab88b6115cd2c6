import type { Config } from '../config/config.ts';
import { isOpen, type Postmortem } from '../domain/postmortem/postmortem.ts';
import type { Issue } from '../ports/github.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { type InstallationDeps, isoNow } from './deps.ts';
import type { TendPostmortemsPayload } from './jobs.ts';
import { recheckLine } from './recheck-line.ts';

export interface SettledPostmortem {
  readonly postmortem: Postmortem;
  /** As GitHub shows it now. */
  readonly issue: Issue;
}

type Deps = Pick<InstallationDeps, 'store' | 'github' | 'app' | 'clock' | 'log'>;

/**
 * Postmortems follow their issues: closed, reopened, moved, gone. Gives those that are open and have an issue. A closed
 * one is looked at when something happened to its issue, and opened again unless the project has another open one.
 */
export async function settlePostmortems(
  deps: Deps,
  repository: InstalledRepository,
  config: Pick<Config, 'projects'>,
  hints: readonly TendPostmortemsPayload[],
): Promise<readonly SettledPostmortem[]> {
  for (const { issue, movedTo } of hints)
    if (issue !== undefined) await follow(deps, repository, config, issue, movedTo);
  const settled: SettledPostmortem[] = [];
  for (const postmortem of await deps.store.postmortems.open(repository.id)) {
    if (postmortem.issue === null || postmortem.issue.number === null) continue;
    const issue = await readIssueOf(deps, postmortem);
    if (issue?.state === 'open') settled.push({ postmortem, issue });
    else await close(deps, repository, config, postmortem, issue);
  }
  return settled;
}

async function follow(
  deps: Deps,
  repository: InstalledRepository,
  config: Pick<Config, 'projects'>,
  at: NonNullable<TendPostmortemsPayload['issue']>,
  movedTo: TendPostmortemsPayload['movedTo'],
): Promise<void> {
  const known = await deps.store.postmortems.atIssue(at.repositoryId, at.number);
  if (known === null) return;
  const isKnownThere = movedTo !== undefined && (await deps.store.repositories.find(movedTo.repositoryId)) !== null;
  // Its comments get new ids on the way; they are found again by their markers.
  const postmortem: Postmortem = isKnownThere
    ? { ...known, issue: { ...movedTo }, comments: { table: null, boxes: null } }
    : known;
  if (postmortem !== known) await deps.store.postmortems.save(postmortem);
  if (isOpen(postmortem)) return;
  const issue = await readIssueOf(deps, postmortem);
  const open = await deps.store.postmortems.open(repository.id);
  if (issue?.state !== 'open' || open.some(({ projectId }) => projectId === postmortem.projectId)) return;
  await change(deps, repository, config, {
    ...postmortem,
    closedAt: null,
    closedBy: null,
    openSince: isoNow(deps.clock),
  });
}

async function close(
  deps: Deps,
  repository: InstalledRepository,
  config: Pick<Config, 'projects'>,
  postmortem: Postmortem,
  issue: Issue | null,
): Promise<void> {
  const closedAt = issue?.closedAt ?? isoNow(deps.clock);
  const closedBy = issue === null ? 'gone' : 'closed';
  await change(deps, repository, config, { ...postmortem, closedAt, closedBy });
}

async function change(
  deps: Deps,
  repository: InstalledRepository,
  { projects }: Pick<Config, 'projects'>,
  postmortem: Postmortem,
): Promise<void> {
  const { projectId, sequence, closedBy } = postmortem;
  const project = projects.find(({ id }) => id === projectId) ?? null;
  await deps.store.transaction(async (session) => {
    await session.postmortems.save(postmortem);
    await recheckLine({ store: session }, repository, project);
  });
  deps.log.info({ repositoryId: repository.id, project: projectId, sequence, closedBy }, 'postmortem settled');
}

/** `null`: it was deleted, or moved to where the app is not installed. */
async function readIssueOf(deps: Deps, { issue }: Postmortem): Promise<Issue | null> {
  if (issue === null || issue.number === null) return null;
  const repository = await deps.store.repositories.find(issue.repositoryId);
  if (repository === null) return null;
  return deps.app.installation(repository.installationId).issue(repository, issue.number);
}
