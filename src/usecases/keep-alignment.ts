import { alignmentJob } from './alignment-job.ts';
import type { InstallationDeps } from './deps.ts';
import type { NoticeIssuePayload } from './jobs.ts';

/**
 * The issue of a project's targets was edited, closed, reopened, moved or deleted: it is looked at again. False: the
 * issue is no such one. It is known by its stored number, whatever is left of its text.
 */
export async function keepAlignment(
  { store }: Pick<InstallationDeps, 'store'>,
  { repository, number, movedTo }: NoticeIssuePayload,
): Promise<boolean> {
  const alignment = await store.agreements.alignmentAt(repository.id, number);
  if (alignment === null) return false;
  const home = await store.repositories.find(alignment.repositoryId);
  if (home === null) return true;
  // Where we are not installed nobody can follow: there it is lost, and opened anew here.
  const target = movedTo === undefined ? null : await store.repositories.find(movedTo.repositoryId);
  await store.transaction(async (session) => {
    if (movedTo !== undefined && target !== null) await session.agreements.align({ ...alignment, issue: movedTo });
    await session.outbox.enqueue([alignmentJob(home, { look: alignment.project })]);
  });
  return true;
}
