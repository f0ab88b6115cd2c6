import type { ActionRegistration } from '../domain/improvement/action-registration.ts';
import type { PlannedAction } from '../domain/postmortem/action-row.ts';
import { isOpen, keyOf, type Postmortem } from '../domain/postmortem/postmortem.ts';
import { dayOf } from '../domain/calendar.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { CommandPermission, CommandReply } from '../render/comment/command-reply.ts';
import { parseTickedActions } from '../render/postmortem/action-boxes.ts';
import { type InstallationDeps, isoNow } from './deps.ts';
import type { CommentPayload } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';
import { isAtLeast } from './is-at-least.ts';
import { postmortemsJob } from './postmortems-job.ts';
import { plannedHash, readActions } from './read-actions.ts';

/** `/impact action ID` on the issue of a postmortem. `null` when it is registered and a reaction says enough. */
export async function registerByCommand(
  deps: InstallationDeps,
  { repository, number }: CommentPayload,
  id: string,
  may: (needs: CommandPermission) => Promise<boolean>,
): Promise<CommandReply | null> {
  const command = 'action';
  const found = await findAt(deps, repository, number);
  if (found === null) return { code: 'not-a-postmortem', command };
  if (!(await may('write'))) return { code: 'not-permitted', command, needs: 'write' };
  if (!isOpen(found.postmortem)) return { code: 'postmortem-closed', command };
  return register(deps, found, id);
}

/**
 * Somebody edited one of our comments on a postmortem: the table, or the boxes, each ticked one of which registers its
 * row. The comment is known by its stored id. False: it is none of a postmortem's.
 */
export async function tickActionBoxes(
  deps: InstallationDeps,
  { repository, number, commentId, author, body }: CommentPayload,
): Promise<boolean> {
  const found = await findAt(deps, repository, number);
  const { comments } = found?.postmortem ?? {};
  if (found === null || comments === undefined) return false;
  if (commentId !== comments.table && commentId !== comments.boxes) return false;
  const ticked = commentId === comments.boxes && isOpen(found.postmortem) ? parseTickedActions(body) : [];
  if (ticked.length > 0 && isAtLeast(await deps.github.permission(repository, author.login), 'write')) {
    // What cannot be registered is said by the comment itself, when it is written back.
    for (const id of new Set(ticked)) await register(deps, found, id);
  }
  await deps.store.outbox.enqueue([postmortemsJob(found.home)]);
  return true;
}

interface Found {
  readonly postmortem: Postmortem;
  /** The project's repository. */
  readonly home: InstalledRepository;
  /** The issue's. */
  readonly repository: InstalledRepository;
  readonly number: number;
}

async function findAt(
  { store }: InstallationDeps,
  repository: InstalledRepository,
  number: number,
): Promise<Found | null> {
  const postmortem = await store.postmortems.atIssue(repository.id, number);
  const home = postmortem === null ? null : await store.repositories.find(postmortem.repositoryId);
  return postmortem === null || home === null ? null : { postmortem, home, repository, number };
}

async function register(deps: InstallationDeps, found: Found, given: string): Promise<CommandReply | null> {
  const command = 'action';
  const { postmortem, home, repository, number } = found;
  const { config } = await loadBaseContext(deps, home, home.defaultBranch);
  const rows = (await readActions(deps.store, postmortem, await deps.github.issueComments(repository, number), config))
    .rows;
  const id = given.trim().normalize('NFKC').toLowerCase();
  const row = rows.find((one) => (one.action === null ? one.id : one.action.id) === id);
  if (row === undefined || id === '') {
    const allowed = rows.flatMap(({ action }) => action?.id ?? []);
    return { code: 'unknown-action', command, id: given, allowed };
  }
  if (row.action === null) return { code: 'bad-action', command, id, problems: row.problems };
  return save(deps, postmortem, row.action);
}

async function save(
  deps: InstallationDeps,
  postmortem: Postmortem,
  planned: PlannedAction,
): Promise<CommandReply | null> {
  const { id } = planned;
  const registration = registrationOf(planned, postmortem, isoNow(deps.clock));
  const isNew = await deps.store.transaction(async (session) => {
    const repository = await session.repositories.find(postmortem.repositoryId);
    if (repository !== null) await session.outbox.enqueue([postmortemsJob(repository)]);
    return session.actions.save(registration);
  });
  if (isNew) {
    deps.log.info(
      { repositoryId: postmortem.repositoryId, project: postmortem.projectId, action: id },
      'action registered',
    );
    return null;
  }
  const known = await deps.store.actions.find(postmortem.repositoryId, id);
  // Said twice, or run again after a crash: it stands as it was wanted.
  if (known === null || known.textHash === registration.textHash) return null;
  return { code: 'action-taken', command: 'action', id, registeredOn: known.registeredAt };
}

function registrationOf(planned: PlannedAction, postmortem: Postmortem, registeredAt: string): ActionRegistration {
  const { id, title, owner, targets, start, scope, control } = planned;
  return {
    repositoryId: postmortem.repositoryId,
    action: {
      ...{ id, title, announcedAt: dayOf(start), targets, measure: 'announcement' },
      ...{ estimator: null, followUpDays: null, fixedOn: null },
    },
    registeredAt,
    source: 'postmortem',
    owner,
    textHash: plannedHash(planned),
    agreed: { postmortem: keyOf(postmortem), scope, control },
  };
}
