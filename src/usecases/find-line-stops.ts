import type { Config } from '../config/config.ts';
import type { LineStop } from '../domain/postmortem/line-stop.ts';
import { assignProjects } from '../domain/project/assign-projects.ts';
import { compileProjects } from '../domain/project/compile-projects.ts';
import type { ChangedFiles } from '../domain/pull-request/changed-files.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { PostmortemStore } from '../ports/postmortem-store.ts';
import type { MemberStore } from '../ports/project-store.ts';
import type { FilesStore, InstalledRepository, PersonalStatementStore } from '../ports/store.ts';
import { loadMembers } from './load-members.ts';

export interface LineStopDeps {
  readonly store: {
    readonly postmortems: Pick<PostmortemStore, 'open'>;
    readonly members: Pick<MemberStore, 'of'>;
    readonly files: Pick<FilesStore, 'find'>;
    readonly personalStatements: Pick<PersonalStatementStore, 'of'>;
  };
}

export interface FoundLineStops {
  readonly stops: readonly LineStop[];
  /** When a maintainer let the pull request pass, ISO 8601. */
  readonly overriddenAt: string | null;
}

const NONE: FoundLineStops = { stops: [], overriddenAt: null };

/**
 * The open postmortems that stop the line for a pull request. It asks the store alone, and nothing where no project of
 * the configuration stops the line. An open pull request's milestone is not known here: a project that is told by
 * milestones alone stops nothing.
 */
export async function findLineStops(
  { store }: LineStopDeps,
  repository: InstalledRepository,
  { projects, mode }: Pick<Config, 'projects' | 'mode'>,
  pullRequest: PullRequest,
  known: ChangedFiles | null = null,
): Promise<FoundLineStops> {
  if (mode === 'off' || projects.every(({ stopTheLine }) => stopTheLine === 'off')) return NONE;
  // Where issues are switched off there is none that somebody could close to let the line go.
  const open = (await store.postmortems.open(repository.id)).filter(
    ({ issue }) => issue !== null && issue.number !== null,
  );
  const stopping = projects.filter(
    ({ id, stopTheLine }) => stopTheLine !== 'off' && open.some(({ projectId }) => projectId === id),
  );
  if (stopping.length === 0) return NONE;
  const { title, labels, author, head, base, number } = pullRequest;
  const files = known ?? (await store.files.find(repository.id, base.sha, head.sha));
  const members = await loadMembers(store, repository.installationId, stopping);
  const facts = { title, labels, author, headRef: head.ref, milestone: null, files: files?.files ?? [] };
  const own = new Set(assignProjects(facts, compileProjects(stopping, members)));
  const stops = stopping.flatMap((project): LineStop[] => {
    const postmortem = open.find(({ projectId }) => projectId === project.id);
    if (!own.has(project.id) || project.stopTheLine === 'off' || postmortem === undefined) return [];
    const { issue, openSince } = postmortem;
    const here = issue?.repositoryId === repository.id ? issue.number : null;
    return [{ project: project.title, mode: project.stopTheLine, since: openSince, issue: here }];
  });
  const said = await store.personalStatements.of(repository.id, number);
  return { stops, overriddenAt: said.find(({ kind }) => kind === 'override')?.at ?? null };
}
