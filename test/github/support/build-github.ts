import { generateKeyPairSync } from 'node:crypto';
import { createGitHubApp, type GitHubAppOptions } from '../../../src/github/create-github-app.ts';
import { createGitHubWithToken } from '../../../src/github/create-github-with-token.ts';
import type { PullRequest } from '../../../src/domain/pull-request/pull-request.ts';
import type { Repository } from '../../../src/domain/pull-request/repository.ts';
import type { Log } from '../../../src/ports/log.ts';

export const API = 'https://api.github.test';
export const TOKEN = 'ghs_secretsecretsecret';
export const NOW = Date.UTC(2026, 10, 24, 12);

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export const privateKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey;

export const repository: Repository = {
  id: 7,
  owner: 'acme',
  name: 'shop',
  defaultBranch: 'main',
  private: false,
};

export function buildGitHub(how: Partial<Parameters<typeof createGitHubWithToken>[0]> = {}) {
  return createGitHubWithToken({ token: TOKEN, baseUrl: API, clock: { now: () => NOW }, log: silentLog, ...how });
}

export function buildApp(how: Partial<GitHubAppOptions> = {}) {
  const settings = { appId: 4711, privateKey, baseUrl: API };
  return createGitHubApp({ settings, clock: { now: () => Date.now() }, log: silentLog, ...how });
}

export function repositoryAnswer(over: object = {}) {
  return { id: 7, name: 'shop', owner: { login: 'acme' }, private: false, default_branch: 'main', ...over };
}

export function pullRequestAnswer(over: object = {}) {
  return {
    number: 12,
    title: 'Drop the old column',
    body: null,
    state: 'open',
    draft: false,
    merged: false,
    user: { id: 9, login: 'mona', type: 'User' },
    head: { sha: 'h'.repeat(40), ref: 'drop', repo: null },
    base: { sha: 'b'.repeat(40), ref: 'main', repo: repositoryAnswer() },
    labels: [{ name: 'risk: high' }],
    changed_files: 3,
    additions: 10,
    deletions: 2,
    created_at: '2026-11-01T00:00:00Z',
    updated_at: '2026-11-02T00:00:00Z',
    merged_at: null,
    merge_commit_sha: null,
    ...over,
  };
}

export function pullRequest(over: Partial<PullRequest> = {}): PullRequest {
  return {
    repository,
    number: 12,
    title: 'Drop the old column',
    body: null,
    state: 'open',
    draft: false,
    merged: false,
    author: { id: 9, login: 'mona', type: 'user' },
    head: { sha: 'h'.repeat(40), ref: 'drop', repositoryId: null },
    base: { sha: 'b'.repeat(40), ref: 'main' },
    labels: ['risk: high'],
    changedFiles: 3,
    additions: 10,
    deletions: 2,
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-02T00:00:00Z',
    mergedAt: null,
    mergeCommitSha: null,
    ...over,
  };
}

/** A Link header that names a next page. */
export function linkTo(page: number): Record<string, string> {
  return { link: `<${API}/any?per_page=100&page=${page}>; rel="next", <${API}/any?page=9>; rel="last"` };
}
