import { issuePayload } from '../payloads/issue-payload.ts';
import { pullRequestPayload } from '../payloads/pull-request-payload.ts';
import type { Account } from '../state/account.ts';
import { type Issue, isPullRequest, type Label } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import { timeOf, type World } from '../state/world.ts';

/** Label names are compared without case; the first spelling stays. */
export function findLabel(repository: Repository, name: string): Label | null {
  return repository.labels.get(name.toLowerCase()) ?? null;
}

/** Adding a label that is not defined defines it, grey and without description. */
export function ensureLabel(world: World, repository: Repository, name: string): Label {
  return findLabel(repository, name) ?? defineLabel(world, repository, { name, color: 'ededed', description: null });
}

export function defineLabel(
  world: World,
  repository: Repository,
  spec: { readonly name: string; readonly color: string; readonly description: string | null },
): Label {
  const label = { id: world.ids.next('label'), ...spec };
  repository.labels.set(spec.name.toLowerCase(), label);
  return label;
}

export function undefineLabel(repository: Repository, label: Label): void {
  repository.labels.delete(label.name.toLowerCase());
  for (const issue of repository.issues.values()) {
    const at = issue.labels.indexOf(label);
    if (at >= 0) issue.labels.splice(at, 1);
  }
}

/** One event for each label that was not there before. */
export function addLabels(world: World, issue: Issue, names: readonly string[], sender: Account): void {
  for (const name of names) {
    const label = ensureLabel(world, issue.repository, name);
    if (issue.labels.includes(label)) continue;
    issue.labels.push(label);
    tell(world, issue, label, sender, 'labeled');
  }
}

/** False when the label was not there. */
export function removeLabel(world: World, issue: Issue, name: string, sender: Account): boolean {
  const at = issue.labels.findIndex((label) => label.name.toLowerCase() === name.toLowerCase());
  const [label] = at < 0 ? [] : issue.labels.splice(at, 1);
  if (label === undefined) return false;
  tell(world, issue, label, sender, 'unlabeled');
  return true;
}

function tell(world: World, issue: Issue, label: Label, sender: Account, action: 'labeled' | 'unlabeled'): void {
  issue.updatedAt = timeOf(world);
  world.emit({
    name: isPullRequest(issue) ? 'pull_request' : 'issues',
    sender,
    repository: issue.repository,
    payload: () =>
      isPullRequest(issue)
        ? pullRequestPayload(world, issue, sender, { action, label })
        : issuePayload(world, issue, sender, { action, label }),
  });
}
