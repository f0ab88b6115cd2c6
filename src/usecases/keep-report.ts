import type { InstallationDeps } from './deps.ts';
import type { NoticeIssuePayload } from './jobs.ts';
import { sameText } from './publish-report.ts';

/** Whether an issue holds a report of ours; if so, what somebody edited is written back, and that it went away is kept. */
export async function keepReport(
  { store, github }: Pick<InstallationDeps, 'store' | 'github'>,
  { repository, number, action }: Pick<NoticeIssuePayload, 'repository' | 'number' | 'action'>,
): Promise<boolean> {
  const report = await store.reports.inIssue(repository.id, number);
  if (report === null) return false;
  if (action === 'deleted' || action === 'transferred') await store.reports.save({ ...report, gone: true });
  if (action !== 'edited') return true;
  const issue = await github.issue(repository, number);
  const { title, body } = report;
  if (issue === null || (issue.title === title && sameText(issue.body, body))) return true;
  await github.updateIssue(repository, number, { title, body });
  return true;
}
