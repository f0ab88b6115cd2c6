export const repositoryJson = {
  id: 7,
  name: 'shop',
  full_name: 'acme/shop',
  owner: { login: 'acme', id: 1, type: 'Organization' },
  private: true,
  default_branch: 'main',
};

export const repository = {
  id: 7,
  owner: 'acme',
  name: 'shop',
  defaultBranch: 'main',
  private: true,
  installationId: 31,
};

export const sender = { id: 9, login: 'mona', type: 'User' };
export const senderNoun = { id: 9, login: 'mona', type: 'user' };

/** What every event of a repository carries. */
export const common = { installation: { id: 31 }, repository: repositoryJson, sender };

export const pullRequestJson = {
  number: 12,
  title: 'Drop the old column',
  body: '## Technical impact\nNone.',
  state: 'open',
  draft: false,
  merged: false,
  user: sender,
  head: { sha: 'h1', ref: 'drop', repo: { id: 7 } },
  base: { sha: 'b1', ref: 'main', repo: repositoryJson },
  labels: [{ name: 'risk: high' }],
  changed_files: 3,
  additions: 10,
  deletions: 2,
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-02T00:00:00Z',
  merged_at: null,
  merge_commit_sha: null,
};

export function pullRequestEvent(over: object = {}, pullRequest: object = {}) {
  return {
    ...common,
    action: 'opened',
    number: 12,
    pull_request: { ...pullRequestJson, ...pullRequest },
    ...over,
  };
}
