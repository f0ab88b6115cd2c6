import type { EventReader } from './event-reading.ts';
import { onCheckRun } from './on-check-run.ts';
import { onCheckSuite } from './on-check-suite.ts';
import { onDeploymentStatus } from './on-deployment-status.ts';
import { onInstallation } from './on-installation.ts';
import { onInstallationRepositories } from './on-installation-repositories.ts';
import { onIssueComment } from './on-issue-comment.ts';
import { onIssues } from './on-issues.ts';
import { onLabel } from './on-label.ts';
import { onMergeGroup } from './on-merge-group.ts';
import { onPullRequest } from './on-pull-request.ts';
import { onPush } from './on-push.ts';
import { onRelease } from './on-release.ts';
import { onRepository } from './on-repository.ts';

export interface RegisteredEvent {
  readonly read: EventReader;
  /** The permission without which GitHub does not send the event; `null`: every App gets it, and cannot ask for it. */
  readonly permission:
    | 'pull_requests'
    | 'merge_queues'
    | 'checks'
    | 'contents'
    | 'deployments'
    | 'issues'
    | 'metadata'
    | null;
}

/** Every event that Hiyari listens to. `app.yml` asks GitHub for exactly these. */
export const EVENTS: Readonly<Record<string, RegisteredEvent>> = {
  pull_request: { read: onPullRequest, permission: 'pull_requests' },
  merge_group: { read: onMergeGroup, permission: 'merge_queues' },
  check_run: { read: onCheckRun, permission: 'checks' },
  check_suite: { read: onCheckSuite, permission: 'checks' },
  push: { read: onPush, permission: 'contents' },
  issues: { read: onIssues, permission: 'issues' },
  deployment_status: { read: onDeploymentStatus, permission: 'deployments' },
  release: { read: onRelease, permission: 'contents' },
  issue_comment: { read: onIssueComment, permission: 'issues' },
  label: { read: onLabel, permission: 'metadata' },
  repository: { read: onRepository, permission: 'metadata' },
  installation: { read: onInstallation, permission: null },
  installation_repositories: { read: onInstallationRepositories, permission: null },
};
