import { isPullRequest } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import { nodeId } from '../views/urls.ts';
import { connection, type PageArguments } from './connection.ts';
import { pullRequestNode } from './pull-requests-node.ts';

/** The `Issue` type, with the pull requests whose words close it. */
export function issueNode(repository: Repository, number: number) {
  const closes = new RegExp(`\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? #${number}\\b`, 'i');
  return {
    __typename: 'Issue',
    id: nodeId('I', number),
    number,
    closedByPullRequestsReferences: (args: PageArguments & { readonly includeClosedPrs?: boolean }) => {
      const closing = [...repository.issues.values()]
        .filter(isPullRequest)
        .filter(({ body }) => closes.test(body ?? ''))
        .filter(({ state }) => args.includeClosedPrs === true || state === 'open');
      return connection(closing, args, { keyOf: (issue) => issue.number, nodeOf: pullRequestNode });
    },
  };
}
