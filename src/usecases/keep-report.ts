import type { InstallationDeps } from './deps.ts';
import type { NoticeIssuePayload } from './jobs.ts';
import { sameText } from './same-text.ts';

/**
 * Whether an issue holds a report of ours; if so, what somebody edited is written back, and that it went away is kept.
 * `events`: what happened to that one issue, at least one.
 */
export async function keepReport(
  { store, github }: Pick<InstallationDeps, 'store' | 'github'>,
  events: readonly Pick<NoticeIssuePayload, 'repository' | 'number' | 'action'>[],
): Promise<boolean> {
  const last = events.at(-1);
  if (last === undefined) return false;
  const { repository, number } = last;
  const known = await store.reports.inIssue(repository.id, number);
  if (known === null) return false;
  const happened = (...actions: readonly string[]) => events.some(({ action }) => actions.includes(action));
  if (happened('deleted', 'transferred')) {
    await store.reports.save({ ...known, gone: true });
    return true;
  }
  if (!happened('edited')) return true;
  const issue = await github.issue(repository, number);
  // Read after the issue: the report may be written anew meanwhile, and an older text must not come back.
  const report = await store.reports.inIssue(repository.id, number);
  if (report === null) return true;
  const { title, body } = report;
  if (issue === null || (issue.title === title && sameText(issue.body, body))) return true;
  await github.updateIssue(repository, number, { title, body });
  return true;
}
