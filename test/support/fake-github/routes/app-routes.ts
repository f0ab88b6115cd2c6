import { forbidden, notFound } from '../server/github-problem.ts';
import { listReply, wrappedListReply } from '../server/page.ts';
import { created, ok, type Route, type RouteRequest } from '../server/route.ts';
import type { Installation } from '../state/account.ts';
import { findRepository, installationOf } from '../state/find-repository.ts';
import type { Repository } from '../state/repository.ts';
import { viewApp, viewInstallation } from '../views/view-app.ts';
import { viewRepository } from '../views/view-repository.ts';

const TOKEN_LIFE_MS = 3_600_000;

/** The App itself, its installations and their tokens. */
export const appRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/app',
    operationId: 'apps/get-authenticated',
    access: 'app',
    handle: ({ world }) => ok(viewApp(world)),
  },
  {
    method: 'GET',
    template: '/app/installations',
    operationId: 'apps/list-installations',
    access: 'app',
    handle: (request) =>
      listReply(request, [...request.world.installations.values()], (installation) =>
        viewInstallation(request.world, installation),
      ),
  },
  {
    method: 'GET',
    template: '/app/installations/{installation_id}',
    operationId: 'apps/get-installation',
    access: 'app',
    handle: (request) => ok(viewInstallation(request.world, installationById(request))),
  },
  {
    method: 'POST',
    template: '/app/installations/{installation_id}/access_tokens',
    operationId: 'apps/create-installation-access-token',
    access: 'app',
    handle: mintToken,
  },
  {
    method: 'GET',
    template: '/installation/repositories',
    operationId: 'apps/list-repos-accessible-to-installation',
    handle: (request) =>
      wrappedListReply(request, installedRepositories(request), 'repositories', viewRepository, {
        repository_selection: 'selected',
      }),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/installation',
    operationId: 'apps/get-repo-installation',
    access: 'app',
    handle: ({ world, params }) => {
      const repository = findRepository(world, params.owner ?? '', params.repo ?? '');
      const installation = repository === null ? null : installationOf(world, repository);
      if (installation === null) throw notFound();
      return ok(viewInstallation(world, installation));
    },
  },
  {
    method: 'GET',
    template: '/apps/{app_slug}',
    operationId: 'apps/get-by-slug',
    access: 'anyone',
    handle: ({ world, params }) => {
      if (params.app_slug !== world.app.slug) throw notFound();
      return ok(viewApp(world));
    },
  },
];

function installationById({ world, params }: RouteRequest): Installation {
  const installation = world.installations.get(Number(params.installation_id));
  if (installation === undefined) throw notFound();
  return installation;
}

/** Tokens live by the machine's clock: clients decide by it when to ask for a new one. */
function mintToken(request: RouteRequest) {
  const { world } = request;
  const installation = installationById(request);
  if (installation.suspended) throw forbidden('This installation has been suspended');
  const token = world.ids.secret('ghs');
  const expiresAt = Date.now() + TOKEN_LIFE_MS;
  world.tokens.set(token, {
    token,
    holder: { kind: 'installation', installationId: installation.id },
    expiresAt,
  });
  return created({
    token,
    expires_at: new Date(expiresAt).toISOString(),
    permissions: world.app.permissions,
    repository_selection: 'selected',
  });
}

function installedRepositories({ world, actor }: RouteRequest): readonly Repository[] {
  if (actor.kind !== 'installation') throw notFound();
  const ids = world.installations.get(actor.installationId)?.repositoryIds ?? new Set<number>();
  return [...ids].flatMap((id) => world.repositories.get(id) ?? []);
}
