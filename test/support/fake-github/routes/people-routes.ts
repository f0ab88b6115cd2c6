import { notFound } from '../server/github-problem.ts';
import { listReply } from '../server/page.ts';
import { ok, type Route, type RouteRequest } from '../server/route.ts';
import type { Team } from '../state/account.ts';
import { API } from '../views/urls.ts';
import { viewUser } from '../views/view-user.ts';

/** Users, and who belongs to a team. */
export const peopleRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/users/{username}',
    operationId: 'users/get-by-username',
    access: 'anyone',
    handle: ({ world, params }) => {
      const account = world.accounts.get((params.username ?? '').toLowerCase());
      if (account === undefined) throw notFound();
      return ok(viewProfile(account));
    },
  },
  {
    method: 'GET',
    template: '/user/{account_id}',
    operationId: 'users/get-by-id',
    access: 'anyone',
    handle: ({ world, params }) => {
      const account = [...world.accounts.values()].find(({ id }) => id === Number(params.account_id));
      if (account === undefined) throw notFound();
      return ok(viewProfile(account));
    },
  },
  {
    method: 'GET',
    template: '/user',
    operationId: 'users/get-authenticated',
    handle: ({ actor }) => {
      if (actor.kind !== 'user') throw notFound();
      return ok(viewProfile(actor.account));
    },
  },
  {
    method: 'GET',
    template: '/orgs/{org}/teams/{team_slug}/members',
    operationId: 'teams/list-members-in-org',
    handle: (request) => {
      const members = [...teamOf(request).members.keys()].flatMap((login) => request.world.accounts.get(login) ?? []);
      return listReply(request, members, viewUser);
    },
  },
  {
    method: 'GET',
    template: '/orgs/{org}/teams/{team_slug}/memberships/{username}',
    operationId: 'teams/get-membership-for-user-in-org',
    handle: (request) => {
      const team = teamOf(request);
      const username = request.params.username ?? '';
      const role = team.members.get(username.toLowerCase());
      if (role === undefined) throw notFound();
      const url = `${API}/organizations/${team.organization.id}/team/${team.id}/memberships/${username}`;
      return ok({ state: 'active', role, url });
    },
  },
];

function teamOf({ world, params }: RouteRequest): Team {
  const org = (params.org ?? '').toLowerCase();
  const team = world.teams.find(
    ({ organization, slug }) => organization.login.toLowerCase() === org && slug === params.team_slug,
  );
  if (team === undefined) throw notFound();
  return team;
}

function viewProfile(account: Parameters<typeof viewUser>[0]) {
  return {
    ...viewUser(account),
    name: account.login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  };
}
