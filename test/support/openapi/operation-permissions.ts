/** What an App must be granted for an operation. `or`: either of the two permissions will do. */
export interface OperationPermission {
  readonly permission: string;
  readonly level: 'read' | 'write';
  readonly or?: string;
}

const read = (permission: string, or?: string) => need(permission, 'read', or);
const write = (permission: string, or?: string) => need(permission, 'write', or);

/**
 * From GitHub's page *Permissions required for GitHub Apps*; the OpenAPI description does not tell them.
 * `app`: asked with the App's own token, which needs no permission; `none`: any token will do.
 */
export const OPERATION_PERMISSIONS: Readonly<Record<string, OperationPermission | 'app' | 'none'>> = {
  'apps/get-authenticated': 'app',
  'apps/list-installations': 'app',
  'apps/get-installation': 'app',
  'apps/create-installation-access-token': 'app',
  'apps/get-repo-installation': 'app',
  'apps/list-webhook-deliveries': 'app',
  'apps/get-webhook-delivery': 'app',
  'apps/redeliver-webhook-delivery': 'app',
  'apps/create-from-manifest': 'none',
  'apps/get-by-slug': 'none',
  'apps/list-repos-accessible-to-installation': 'none',
  'users/get-by-username': 'none',
  'users/get-authenticated': 'none',
  'rate-limit/get': 'none',
  'repos/get': read('metadata'),
  'repos/get-collaborator-permission-level': read('metadata'),
  'repos/list-branches': read('contents'),
  'repos/get-branch': read('contents'),
  'repos/get-content': read('contents'),
  'repos/list-commits': read('contents'),
  'repos/get-commit': read('contents'),
  'repos/compare-commits-with-basehead': read('contents'),
  'repos/list-pull-requests-associated-with-commit': read('pull_requests', 'contents'),
  'repos/list-releases': read('contents'),
  'repos/get-release': read('contents'),
  'repos/get-latest-release': read('contents'),
  'repos/get-release-by-tag': read('contents'),
  'git/get-blob': read('contents'),
  'git/get-tree': read('contents'),
  // Ours read configuration and templates.
  graphql: read('contents'),
  'pulls/list': read('pull_requests'),
  'pulls/get': read('pull_requests'),
  'pulls/update': write('pull_requests'),
  'pulls/list-files': read('pull_requests'),
  'pulls/list-commits': read('pull_requests'),
  'pulls/list-reviews': read('pull_requests'),
  'pulls/check-if-merged': read('contents'),
  'issues/list-for-repo': read('issues'),
  'issues/create': write('issues'),
  'issues/get': read('issues', 'pull_requests'),
  'issues/update': write('issues', 'pull_requests'),
  'issues/list-labels-for-repo': read('issues', 'pull_requests'),
  'issues/create-label': write('issues', 'pull_requests'),
  'issues/get-label': read('issues', 'pull_requests'),
  'issues/update-label': write('issues', 'pull_requests'),
  'issues/delete-label': write('issues', 'pull_requests'),
  'issues/list-labels-on-issue': read('issues', 'pull_requests'),
  'issues/add-labels': write('issues', 'pull_requests'),
  'issues/remove-label': write('issues', 'pull_requests'),
  'issues/list-comments': read('issues', 'pull_requests'),
  'issues/create-comment': write('issues', 'pull_requests'),
  'issues/get-comment': read('issues', 'pull_requests'),
  'issues/update-comment': write('issues', 'pull_requests'),
  'issues/delete-comment': write('issues', 'pull_requests'),
  'reactions/create-for-issue': write('issues'),
  'reactions/list-for-issue': read('issues'),
  'reactions/create-for-issue-comment': write('issues', 'pull_requests'),
  'reactions/list-for-issue-comment': read('issues', 'pull_requests'),
  'checks/create': write('checks'),
  'checks/update': write('checks'),
  'checks/get': read('checks'),
  'checks/list-annotations': read('checks'),
  'checks/list-for-ref': read('checks'),
  'checks/list-suites-for-ref': read('checks'),
  'checks/get-suite': read('checks'),
  'checks/list-for-suite': read('checks'),
  'checks/rerequest-suite': write('checks'),
  'repos/list-deployments': read('deployments'),
  'repos/create-deployment': write('deployments'),
  'repos/get-deployment': read('deployments'),
  'repos/list-deployment-statuses': read('deployments'),
  'repos/create-deployment-status': write('deployments'),
  'teams/list-members-in-org': read('members'),
  'teams/get-membership-for-user-in-org': read('members'),
};

/** Whether granted permissions cover an operation. Unknown operations are not covered. */
export function isPermitted(operationId: string, granted: Readonly<Record<string, string>>): boolean {
  const needed = OPERATION_PERMISSIONS[operationId];
  if (needed === undefined) return false;
  if (typeof needed === 'string') return true;
  const covers = (permission: string | undefined) => {
    const level = permission === undefined ? undefined : granted[permission];
    return level === 'write' || (level === 'read' && needed.level === 'read');
  };
  return covers(needed.permission) || covers(needed.or);
}

function need(permission: string, level: 'read' | 'write', or: string | undefined): OperationPermission {
  return { permission, level, ...(or === undefined ? {} : { or }) };
}
