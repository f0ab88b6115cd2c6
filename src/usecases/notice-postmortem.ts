import type { InstallationDeps } from './deps.ts';
import type { NoticeIssuePayload } from './jobs.ts';
import { postmortemsJob } from './postmortems-job.ts';

/** The issue of a postmortem was closed, reopened, edited, moved or deleted: it is looked at in the postmortem's lane. False: it is none's. */
export async function noticePostmortem(
  { store }: Pick<InstallationDeps, 'store'>,
  payloads: readonly NoticeIssuePayload[],
): Promise<boolean> {
  const last = payloads.at(-1);
  if (last === undefined) return false;
  const issue = { repositoryId: last.repository.id, number: last.number };
  const postmortem = await store.postmortems.atIssue(issue.repositoryId, issue.number);
  if (postmortem === null) return false;
  const repository = await store.repositories.find(postmortem.repositoryId);
  if (repository === null) return false;
  const movedTo = payloads.findLast((payload) => payload.movedTo !== undefined)?.movedTo;
  await store.outbox.enqueue([postmortemsJob(repository, { issue, ...(movedTo !== undefined && { movedTo }) })]);
  return true;
}
