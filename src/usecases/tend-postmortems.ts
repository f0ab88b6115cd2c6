import { findOpen } from '../domain/postmortem/analyze-postmortem.ts';
import { findTriggers } from '../domain/postmortem/find-triggers.ts';
import { keyOf, MAX_TRIGGERS, type Postmortem } from '../domain/postmortem/postmortem.ts';
import { subjectOf, type Trigger } from '../domain/postmortem/trigger.ts';
import type { Project } from '../domain/project/project.ts';
import { isLasting } from '../ports/github-error.ts';
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
  const backfill = await deps.store.backfills.find(repository.id);
  // Half a past makes any month look unlike the others: only people are heard until it is read.
  const isWhole = backfill === null || backfill.phase === 'done' || backfill.stopped !== null;
  for (const project of config.projects) {
    const known = await deps.store.postmortems.ofProject(repository.id, project.id);
    const heard = known.flatMap(({ triggers }) => triggers);
    const found = isWhole ? findTriggers(record, project, heard) : [];
    const triggers = [...found.map((cause) => ({ cause, heardAt: record.at })), ...askedFor(project, heard, payloads)];
    if (triggers.length > 0) await takeUp(deps, repository, project, known, triggers);
  }
  const issues = new Map(found.map(({ postmortem, issue }) => [keyOf(postmortem), issue]));
  for (const postmortem of await deps.store.postmortems.open(repository.id)) {
    const issue = issues.get(keyOf(postmortem)) ?? null;
    try {
      await publishPostmortem(deps, { repository, config, record, postmortem, issue });
    } catch (error) {
      if (!isLasting(error)) throw error;
      // Issues are switched off, or one is locked: the others are looked after all the same, this one the next time.
      const about = { repositoryId: repository.id, project: postmortem.projectId, err: error };
      deps.log.warn(about, 'the issue of a postmortem cannot be written');
    }
  }
}

/** Each comment that asks is heard once. */
function askedFor(
  { id }: Pick<Project, 'id'>,
  heard: readonly Trigger[],
  payloads: readonly TendPostmortemsPayload[],
): readonly Trigger[] {
  const subjects = new Set(heard.map(({ cause }) => subjectOf(cause)));
  const asked = new Map<string, Trigger>();
  for (const { asked: one } of payloads) {
    if (one === undefined || one.projectId !== id) continue;
    const cause = { kind: 'asked', number: one.number, commentId: one.commentId } as const;
    if (!subjects.has(subjectOf(cause))) asked.set(subjectOf(cause), { cause, heardAt: one.at });
  }
  return [...asked.values()];
}

/** Opens a postmortem, or appends to the one that is open. */
async function takeUp(
  deps: InstallationDeps,
  repository: InstalledRepository,
  project: Project,
  known: readonly Postmortem[],
  triggers: readonly Trigger[],
): Promise<void> {
  const open = findOpen(known);
  const postmortem = open === null ? begin(repository.id, project.id, known, triggers) : append(open, triggers);
  await deps.store.transaction(async (session) => {
    await session.postmortems.save(postmortem);
    if (open === null) await recheckLine({ store: session }, repository, project);
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
