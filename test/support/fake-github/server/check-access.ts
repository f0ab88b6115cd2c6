import { isPermitted } from '../../openapi/operation-permissions.ts';
import type { Actor } from '../state/actor.ts';
import type { World } from '../state/world.ts';
import { forbidden, GitHubProblem } from './github-problem.ts';
import type { Route } from './route.ts';

/** Throws GitHub's refusal when this kind of actor may not use a route, or lacks the permission for it. */
export function checkAccess(world: World, route: Route, actor: Actor): void {
  const access = route.access ?? 'token';
  if (access === 'anyone') return;
  if (access === 'app') {
    if (actor.kind !== 'app') throw new GitHubProblem(401, 'A JSON web token could not be decoded');
    return;
  }
  if (actor.kind === 'anonymous') throw new GitHubProblem(401, 'Requires authentication');
  if (actor.kind === 'app') throw forbidden();
  if (actor.kind === 'installation' && !isPermitted(route.operationId, world.app.permissions)) throw forbidden();
}
