import { GitHubProblem } from '../server/github-problem.ts';
import type { RateBudget } from '../server/rate-limits.ts';
import type { RouteRequest } from '../server/route.ts';
import { repositoryOf } from '../routes/repository-of.ts';
import { findRepository } from '../state/find-repository.ts';
import { isoSecond } from '../state/iso-second.ts';
import { repositoryNode } from './repository-node.ts';

/** The `Query` type, as far as it is answered. A new root field is a new property here. */
export function rootNode(
  request: RouteRequest,
  spent: { readonly points: number; readonly nodes: number; readonly budget: RateBudget },
) {
  return {
    repository: (args: { readonly owner: string; readonly name: string }) => {
      // GraphQL follows a rename by itself, where REST redirects.
      const found = findRepository(request.world, args.owner, args.name);
      const params = { owner: found?.owner.login ?? args.owner, repo: found?.name ?? args.name };
      try {
        return repositoryNode(request.world, repositoryOf({ ...request, params }));
      } catch (error) {
        if (!(error instanceof GitHubProblem)) throw error;
        const message = `Could not resolve to a Repository with the name '${args.owner}/${args.name}'.`;
        throw new Error(message, { cause: 'NOT_FOUND' });
      }
    },
    rateLimit: () => {
      const { limit, remaining, used, reset } = spent.budget;
      const { points: cost, nodes: nodeCount } = spent;
      return { cost, limit, remaining, used, nodeCount, resetAt: isoSecond(reset * 1_000) };
    },
  };
}
