import type { Repository } from '../state/repository.ts';
import { GitHubProblem } from './github-problem.ts';
import type { RouteRequest } from './route.ts';

/** A repository that was renamed or transferred answers at its old name with a redirect to its id. */
export function addressProblem(
  repository: Repository,
  owner: string,
  name: string,
  request: RouteRequest,
): GitHubProblem | null {
  const asked = `${owner}/${name}`.toLowerCase();
  if (asked === `${repository.owner.login}/${repository.name}`.toLowerCase()) return null;
  const address = new URL(request.address);
  const rest = address.pathname.replace(/^.*?\/repos\/[^/]+\/[^/]+/, '');
  const prefix = address.pathname.startsWith('/api/v3/') ? '/api/v3' : '';
  const query = request.query.size === 0 ? '' : `?${request.query.toString()}`;
  const location = `${address.origin}${prefix}/repositories/${repository.id}${rest}${query}`;
  return new GitHubProblem(request.method === 'GET' ? 301 : 307, 'Moved Permanently', { headers: { location } });
}
