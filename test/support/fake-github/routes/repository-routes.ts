import { notFound } from '../server/github-problem.ts';
import { listReply } from '../server/page.ts';
import { ok, type Route } from '../server/route.ts';
import type { PermissionLevel, Repository } from '../state/repository.ts';
import { repositoryApi } from '../views/urls.ts';
import { viewRepository } from '../views/view-repository.ts';
import { viewUser } from '../views/view-user.ts';
import { repositoryOf } from './repository-of.ts';

/** Repositories, their branches, and who may do what. */
export const repositoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}',
    operationId: 'repos/get',
    handle: (request) => ok(viewRepository(repositoryOf(request))),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/branches',
    operationId: 'repos/list-branches',
    handle: (request) => {
      const repository = repositoryOf(request);
      return listReply(request, [...repository.branches], ([name, sha]) => ({
        name,
        commit: { sha, url: `${repositoryApi(repository)}/commits/${sha}` },
        protected: false,
      }));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/collaborators/{username}/permission',
    operationId: 'repos/get-collaborator-permission-level',
    handle: (request) => {
      const repository = repositoryOf(request);
      const account = request.world.accounts.get((request.params.username ?? '').toLowerCase());
      if (account === undefined) throw notFound();
      const level = levelOf(repository, account.login);
      return ok({
        permission: legacyLevel(level),
        role_name: level,
        user: {
          ...viewUser(account),
          permissions: {
            admin: level === 'admin',
            maintain: level === 'admin' || level === 'maintain',
            push: level === 'admin' || level === 'maintain' || level === 'write',
            triage: level !== 'read' && level !== 'none',
            pull: level !== 'none',
          },
          role_name: level,
        },
      });
    },
  },
];

/** Everybody may read what is public. */
function levelOf(repository: Repository, login: string): PermissionLevel {
  return repository.permissions.get(login.toLowerCase()) ?? (repository.private ? 'none' : 'read');
}

/** `permission` knows four words; the two newer roles only show in `role_name`. */
function legacyLevel(level: PermissionLevel): string {
  if (level === 'maintain') return 'write';
  return level === 'triage' ? 'read' : level;
}
