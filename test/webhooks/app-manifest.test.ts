import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { EVENTS } from '../../src/webhooks/register.ts';

const manifest = parse(readFileSync('app.yml', 'utf8')) as {
  readonly default_events: readonly string[];
  readonly default_permissions: Readonly<Record<string, 'read' | 'write'>>;
};

/** What GitHub's documentation asks for each call that the adapter makes; `null`: nothing. */
const NEEDED: Readonly<Record<string, string | null>> = {
  'GET /app': null,
  'GET /app/installations': null,
  'GET /app/hook/deliveries': null,
  'POST /app/hook/deliveries/{delivery_id}/attempts': null,
  'GET /installation/repositories': null,
  'GET /users/{username}': null,
  'GET /orgs/{org}/teams/{team_slug}/members': 'members: read',
  'GET /user/{account_id}': null,
  // Before there is an App.
  'POST /app-manifests/{code}/conversions': null,
  // Its parts are those of the REST calls: contents and pull requests.
  'POST /graphql': 'contents: read',
  'GET /repos/{owner}/{repo}': 'metadata: read',
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': 'metadata: read',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': 'pull_requests: read',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': 'pull_requests: read',
  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': 'pull_requests: write',
  'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls': 'pull_requests: read',
  'GET /repos/{owner}/{repo}/contents/{path}': 'contents: read',
  'GET /repos/{owner}/{repo}/compare/{basehead}': 'contents: read',
  'GET /repos/{owner}/{repo}/commits/{ref}': 'contents: read',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': 'checks: read',
  'POST /repos/{owner}/{repo}/check-runs': 'checks: write',
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': 'checks: write',
  'GET /repos/{owner}/{repo}/labels': 'issues: read',
  'POST /repos/{owner}/{repo}/labels': 'issues: write',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/labels': 'issues: write',
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}': 'issues: write',
  'GET /repos/{owner}/{repo}/issues': 'issues: read',
  'POST /repos/{owner}/{repo}/issues': 'issues: write',
  'GET /repos/{owner}/{repo}/issues/{issue_number}': 'issues: read',
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}': 'issues: write',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': 'issues: read',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': 'issues: write',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': 'issues: write',
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions': 'issues: write',
};

const routes = new Set(
  globSync('src/github/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'((?:GET|POST|PATCH|PUT|DELETE) \/[^']+)'/g)].map(
      ([, route]) => route ?? '',
    ),
  ),
);

describe('the manifest', () => {
  it('asks for the events that have a reader, and no others', () => {
    const subscribed = Object.entries(EVENTS).filter(([, { permission }]) => permission !== null);
    expect([...manifest.default_events].sort()).toEqual(subscribed.map(([name]) => name).sort());
  });

  it('knows every call of the adapter', () => {
    expect([...routes].sort()).toEqual(Object.keys(NEEDED).sort());
  });

  it('asks for the permissions of the calls and the events, and no others', () => {
    const events = Object.values(EVENTS).flatMap(({ permission }) =>
      permission === null ? [] : [`${permission}: read`],
    );
    const calls = [...routes].flatMap((route) => NEEDED[route] ?? []);
    const highest: Record<string, string> = {};
    for (const need of [...events, ...calls]) {
      const [name = '', access = ''] = need.split(': ');
      if (highest[name] !== 'write') highest[name] = access;
    }
    expect(manifest.default_permissions).toEqual(highest);
  });

  it('calls nothing that GitHub keeps from Apps', () => {
    const file = 'node_modules/@octokit/openapi/generated/api.github.com.json';
    const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly paths: Readonly<
        Record<string, Record<string, { 'x-github'?: { enabledForGitHubApps?: boolean; category?: string } }>>
      >;
    };
    const kept = [...routes]
      .filter((route) => route !== 'POST /graphql')
      .filter((route) => {
        const [method = '', path = ''] = route.split(' ');
        const operation = paths[path]?.[method.toLowerCase()];
        // The App speaks for itself under /app, with its own key, or is about to be.
        const speaksAsApp = /^\/app(\/|-manifests\/|$)/.test(path);
        return operation === undefined || !(speaksAsApp || operation['x-github']?.enabledForGitHubApps);
      });
    expect(kept).toEqual([]);
  });
});
