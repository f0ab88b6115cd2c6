import type { FileChange } from './git-objects.ts';
import { compareCommits } from './history.ts';
import type { PullRequestIssue } from './issue.ts';

/** The files of a pull request: what its head brings since it left the base branch. */
export function pullFiles(issue: PullRequestIssue): readonly FileChange[] {
  return compareCommits(issue.repository, issue.pull.base.sha, issue.pull.head.sha).files;
}
