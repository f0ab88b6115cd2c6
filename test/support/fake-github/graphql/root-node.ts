import { GitHubProblem } from '../server/github-problem.ts';
import type { RouteRequest } from '../server/route.ts';
import { repositoryOf } from '../routes/repository-of.ts';
import { repositoryNode } from './repository-node.ts';

/** The `Query` type, as far as it is answered. A new root field is a new property here. */
export function rootNode(request: RouteRequest) {
  return {
    repository: (args: { readonly owner: string; readonly name: string }) => {
      const params = { owner: args.owner, repo: args.name };
      try {
        return repositoryNode(request.world, repositoryOf({ ...request, params }));
      } catch (error) {
        if (!(error instanceof GitHubProblem)) throw error;
        const message = `Could not resolve to a Repository with the name '${args.owner}/${args.name}'.`;
        throw new Error(message, { cause: 'NOT_FOUND' });
      }
    },
    rateLimit: () => ({ cost: 1, limit: 5_000, remaining: 4_999, used: 1, nodeCount: 1, resetAt: request.world.now() }),
  };
}
