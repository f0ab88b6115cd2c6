import type { Commit } from '../state/git-objects.ts';
import type { JsonObject } from '../state/json.ts';
import type { Repository } from '../state/repository.ts';
import { objectAt } from '../state/trees.ts';
import { nodeId, repositoryApi, repositoryWeb } from './urls.ts';
import { viewFile } from './view-file.ts';
import { viewUser } from './view-user.ts';

const UNSIGNED = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

export function viewCommit(repository: Repository, commit: Commit): JsonObject {
  const api = repositoryApi(repository);
  const url = `${api}/commits/${commit.sha}`;
  const parent = (sha: string) => ({
    sha,
    url: `${api}/commits/${sha}`,
    html_url: `${repositoryWeb(repository)}/commit/${sha}`,
  });
  return {
    sha: commit.sha,
    node_id: nodeId('C', commit.sha),
    commit: viewGitCommit(repository, commit),
    url,
    html_url: `${repositoryWeb(repository)}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    author: viewUser(commit.author),
    committer: viewUser(commit.author),
    parents: commit.parents.map(parent),
  };
}

/** Three hundred files a page, unless fewer are asked for. */
export function viewCommitWithFiles(
  repository: Repository,
  commit: Commit,
  { from, to } = { from: 0, to: 300 },
): JsonObject {
  const additions = commit.files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = commit.files.reduce((sum, file) => sum + file.deletions, 0);
  return {
    ...viewCommit(repository, commit),
    stats: { total: additions + deletions, additions, deletions },
    files: commit.files.slice(from, to).map((file) => viewFile(repository, commit.sha, file)),
  };
}

function viewGitCommit(repository: Repository, commit: Commit): JsonObject {
  const api = repositoryApi(repository);
  const person = { name: commit.author.login, email: emailOf(commit.author.login), date: commit.date };
  const tree = objectAt(commit, '')?.sha ?? commit.sha;
  return {
    author: person,
    committer: person,
    message: commit.message,
    tree: { sha: tree, url: `${api}/git/trees/${tree}` },
    url: `${api}/git/commits/${commit.sha}`,
    comment_count: 0,
    verification: UNSIGNED,
  };
}

/** Bots have addresses too; brackets are not allowed in one. */
export function emailOf(login: string): string {
  return `${login.replace('[bot]', '-bot')}@users.noreply.github.com`;
}
