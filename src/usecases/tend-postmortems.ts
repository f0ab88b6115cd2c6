import { findOpen } from '../domain/postmortem/analyze-postmortem.ts';
import { findTriggers } from '../domain/postmortem/find-triggers.ts';
import { MAX_TRIGGERS, type Postmortem } from '../domain/postmortem/postmortem.ts';
import { subjectOf, type Trigger } from '../domain/postmortem/trigger.ts';
import type { Project } from '../domain/project/project.ts';
import type { RepositoryRecord } from '../domain/record/repository-record.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { type InstallationDeps, isoNow } from './deps.ts';
import type { TendPostmortemsPayload } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';
import { loadRecord } from './load-record.ts';
import { publishPostmortem } from './publish-postmortem.ts';
import { recheckLine } from './recheck-line.ts';
import { settlePostmortems } from './settle-postmortems.ts';

/**
 * Looks at a repository's postmortems, in a lane of their own: settles those whose issue was closed or reopened, opens
 * one where a project needs it or appends to the one that is open, and brings what their issues say up to date. What is
 * decided is stored before anything is written, so that whatever interrupts it, the next look goes on from there.
 */
export async function tendPostmortems(
  deps: InstallationDeps,
  payloads: readonly TendPostmortemsPayload[],
): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository } = last;
  const { config, broken } = await loadBaseContext(deps, repository, repository.defaultBranch);
  // With a configuration that cannot be read no project is known: nothing is opened, and nothing is ended.
  if (broken !== null) return;
  const found = await settlePostmortems(deps, repository, config, payloads);
  if (config.projects.length === 0 && found.length === 0) return;
  const record = await loadRecord(deps, repository, config, isoNow(deps.clock));
  for (const project of config.projects) await hearTriggers(deps, repository, record, project, payloads);
  const issues = new Map(found.map(({ postmortem, issue }) => [postmortem.issue?.number, issue]));
  for (const postmortem of await deps.store.postmortems.open(repository.id)) {
    const issue = issues.get(postmortem.issue?.number) ?? null;
    await publishPostmortem(deps, { repository, config, record, postmortem, issue });
  }
}

async function hearTriggers(
  deps: InstallationDeps,
  repository: InstalledRepository,
  record: RepositoryRecord,
  project: Project,
  payloads: readonly TendPostmortemsPayload[],
): Promise<void> {
  const known = await deps.store.postmortems.ofProject(repository.id, project.id);
  const heard = known.flatMap(({ triggers }) => triggers);
  const subjects = new Set(heard.map(({ cause }) => subjectOf(cause)));
  const asked = payloads.flatMap(({ asked: one }): Trigger[] => {
    if (one === undefined || one.projectId !== project.id) return [];
    const cause = { kind: 'asked', number: one.number, commentId: one.commentId } as const;
    return subjects.has(subjectOf(cause)) ? [] : [{ cause, heardAt: one.at }];
  });
  const found = findTriggers(record, project, heard).map((cause): Trigger => ({ cause, heardAt: record.at }));
  const triggers = [...found, ...asked];
  if (triggers.length === 0) return;
  const open = findOpen(known);
  const postmortem = open === null ? begin(repository.id, project.id, known, triggers) : append(open, triggers);
  await deps.store.transaction(async (session) => {
    await session.postmortems.save(postmortem);
    if (open === null) await recheckLine({ ...deps, store: session }, repository, project);
  });
  const causes = triggers.map(({ cause }) => subjectOf(cause));
  deps.log.info({ repositoryId: repository.id, project: project.id, causes, again: open !== null }, 'postmortem');
}

function begin(
  repositoryId: number,
  projectId: string,
  known: readonly Postmortem[],
  triggers: readonly Trigger[],
): Postmortem {
  const at = triggers.map(({ heardAt }) => heardAt).sort()[0] ?? '';
  return {
    repositoryId,
    projectId,
    sequence: (known.at(-1)?.sequence ?? 0) + 1,
    openedAt: at,
    openSince: at,
    closedAt: null,
    closedBy: null,
    triggers: triggers.slice(0, MAX_TRIGGERS),
    told: triggers.length,
    issue: null,
    comments: { table: null, boxes: null },
  };
}

function append(postmortem: Postmortem, triggers: readonly Trigger[]): Postmortem {
  return { ...postmortem, triggers: [...postmortem.triggers, ...triggers].slice(0, MAX_TRIGGERS) };
}
