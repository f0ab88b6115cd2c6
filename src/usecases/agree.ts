import type { Agreement, Alignment } from '../domain/project/alignment.ts';
import type { Project } from '../domain/project/project.ts';
import type { Author } from '../domain/pull-request/pull-request.ts';
import { GitHubError } from '../ports/github-error.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { CommandReply } from '../render/comment/command-reply.ts';
import { alignmentJob } from './alignment-job.ts';
import { type InstallationDeps, isoNow } from './deps.ts';
import type { CommentPayload } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';
import { isAtLeast } from './is-at-least.ts';

/** `/impact agree` in the issue of a project's targets. `null` when it was done and a reaction says enough. */
export async function agree(deps: InstallationDeps, comment: CommentPayload): Promise<CommandReply | null> {
  const { repository, number, author } = comment;
  const alignment = comment.isPullRequest ? null : await deps.store.agreements.alignmentAt(repository.id, number);
  if (alignment === null) return { code: 'not-an-alignment', command: 'agree' };
  return recordAgreement(deps, alignment, author, comment.at ?? isoNow(deps.clock));
}

/**
 * Records that somebody agrees to what the issue shows, if the configuration asks for that somebody's word. Anybody
 * else gets an answer, and has no effect.
 */
export async function recordAgreement(
  deps: InstallationDeps,
  alignment: Alignment,
  author: Author,
  at: string,
): Promise<CommandReply | null> {
  const repository = await deps.store.repositories.find(alignment.repositoryId);
  if (repository === null) return { code: 'not-an-alignment', command: 'agree' };
  const { config } = await loadBaseContext(deps, repository, repository.defaultBranch);
  const project = config.projects.find(({ id }) => id === alignment.project);
  if (project === undefined) return { code: 'not-an-alignment', command: 'agree' };
  const speaksFor = await wordsOf(deps, repository, project, author);
  if (speaksFor === null) return { code: 'may-not-agree', names: project.agreedBy };
  const { repositoryId, hash } = alignment;
  const said = { repositoryId, project: project.id, hash, accountId: author.id, login: author.login };
  await deps.store.transaction(async (session) => {
    const before = (await session.agreements.of(repositoryId, project.id)).find(
      (one) => one.hash === hash && one.accountId === author.id,
    );
    // Others may be asked than at the first time; that it was said then, and for whom, stands.
    const agreement: Agreement = {
      ...said,
      at: before?.at ?? at,
      speaksFor: [...new Set([...(before?.speaksFor ?? []), ...speaksFor])],
    };
    await session.agreements.agree(agreement);
    await session.outbox.enqueue([alignmentJob(repository, {})]);
  });
  deps.log.info({ repositoryId, project: project.id, by: author.id, hash }, 'targets agreed to');
  return null;
}

/** For which names of `agreed-by` somebody speaks; `null`: for none. */
async function wordsOf(
  deps: InstallationDeps,
  repository: InstalledRepository,
  { agreedBy }: Project,
  author: Author,
): Promise<readonly string[] | null> {
  if (agreedBy.length === 0) {
    return isAtLeast(await deps.github.permission(repository, author.login), 'maintain') ? [] : null;
  }
  const spoken: string[] = [];
  for (const name of agreedBy.map((each) => each.toLowerCase())) {
    const speaks = name.includes('/') ? await isMember(deps, name, author.id) : name === author.login.toLowerCase();
    if (speaks) spoken.push(name);
  }
  return spoken.length === 0 ? null : spoken;
}

/** A team that cannot be seen has no members whom we could know. */
async function isMember({ github, log }: InstallationDeps, team: string, accountId: number): Promise<boolean> {
  try {
    return (await github.teamMemberIds(team))?.includes(accountId) ?? false;
  } catch (error) {
    if (!(error instanceof GitHubError) || error.fault !== 'forbidden') throw error;
    log.warn({ team, err: error }, 'the members of a team cannot be read');
    return false;
  }
}
