import { notFound } from '../server/github-problem.ts';
import { listReply } from '../server/page.ts';
import { ok, type Route, type RouteRequest } from '../server/route.ts';
import type { Release } from '../state/deployment.ts';
import { viewRelease } from '../views/view-deployment.ts';
import { repositoryOf } from './repository-of.ts';

export const releaseRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/releases',
    operationId: 'repos/list-releases',
    handle: (request) => {
      const repository = repositoryOf(request);
      return listReply(request, newestFirst(request), (release) => viewRelease(repository, release));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/releases/latest',
    operationId: 'repos/get-latest-release',
    handle: (request) => one(request, () => true),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/releases/tags/{tag}',
    operationId: 'repos/get-release-by-tag',
    handle: (request) => one(request, (release) => release.tag === request.params.tag),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/releases/{release_id}',
    operationId: 'repos/get-release',
    handle: (request) => one(request, (release) => release.id === Number(request.params.release_id)),
  },
];

function one(request: RouteRequest, is: (release: Release) => boolean) {
  const found = newestFirst(request).find(is);
  if (found === undefined) throw notFound();
  return ok(viewRelease(repositoryOf(request), found));
}

function newestFirst(request: RouteRequest): readonly Release[] {
  return [...repositoryOf(request).releases.values()].sort((a, b) => b.id - a.id);
}
