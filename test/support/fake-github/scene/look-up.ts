import { type Issue, isPullRequest, type PullRequestIssue } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';

export function issueNumbered(repository: Repository, number: number): Issue {
  const issue = repository.issues.get(number);
  if (issue === undefined) throw new Error(`${repository.name} has no #${number}`);
  return issue;
}

export function pullRequestNumbered(repository: Repository, number: number): PullRequestIssue {
  const issue = issueNumbered(repository, number);
  if (!isPullRequest(issue)) throw new Error(`#${number} is no pull request`);
  return issue;
}
