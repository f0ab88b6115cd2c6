import type { CheckRun, CheckSuite } from '../state/check-run.ts';
import type { Commit } from '../state/git-objects.ts';
import { isPullRequest } from '../state/issue.ts';
import type { JsonObject } from '../state/json.ts';
import type { Repository } from '../state/repository.ts';
import { objectAt } from '../state/trees.ts';
import type { World } from '../state/world.ts';
import { nodeId, repositoryApi, repositoryWeb } from './urls.ts';
import { viewApp } from './view-app.ts';
import { emailOf } from './view-commit.ts';
import { viewMinimalRepository } from './view-repository.ts';

export function viewCheckRun(world: World, repository: Repository, run: CheckRun): JsonObject {
  const api = `${repositoryApi(repository)}/check-runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('CR', run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url: api,
    html_url: `${repositoryWeb(repository)}/runs/${run.id}`,
    details_url: run.detailsUrl,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      ...run.output,
      annotations_count: run.annotations.length,
      annotations_url: `${api}/annotations`,
    },
    check_suite: { id: run.suite.id },
    app: viewApp(world),
    pull_requests: pullRequestsAt(repository, run.headSha),
  };
}

export function viewCheckSuite(world: World, repository: Repository, suite: CheckSuite): JsonObject {
  const runs = [...repository.checkRuns.values()].filter((run) => run.suite.id === suite.id);
  const done = runs.length > 0 && runs.every((run) => run.status === 'completed');
  const commit = repository.commits.get(suite.headSha);
  const api = `${repositoryApi(repository)}/check-suites/${suite.id}`;
  return {
    id: suite.id,
    node_id: nodeId('CS', suite.id),
    head_branch: suite.headBranch,
    head_sha: suite.headSha,
    status: done ? 'completed' : 'queued',
    conclusion: done ? (runs.at(-1)?.conclusion ?? null) : null,
    url: api,
    before: commit?.parents[0] ?? null,
    after: suite.headSha,
    pull_requests: pullRequestsAt(repository, suite.headSha),
    app: viewApp(world),
    created_at: suite.createdAt,
    updated_at: suite.updatedAt,
    latest_check_runs_count: runs.length,
    check_runs_url: `${api}/check-runs`,
    head_commit: commit === undefined ? viewLostCommit(suite) : viewHeadCommit(commit),
    repository: viewMinimalRepository(repository),
  };
}

/** Empty for forks, as at GitHub: whoever needs the pull request has to find it by the head's SHA. */
function pullRequestsAt(repository: Repository, sha: string): readonly JsonObject[] {
  const repo = { id: repository.id, url: repositoryApi(repository), name: repository.name };
  return [...repository.issues.values()]
    .filter(isPullRequest)
    .filter(
      ({ state, pull }) => state === 'open' && pull.head.sha === sha && pull.head.repository?.id === repository.id,
    )
    .map(({ number, pull }) => ({
      id: pull.id,
      number,
      url: `${repositoryApi(repository)}/pulls/${number}`,
      head: { ref: pull.head.ref, sha: pull.head.sha, repo },
      base: { ref: pull.base.ref, sha: pull.base.sha, repo },
    }));
}

export function viewHeadCommit(commit: Commit): JsonObject {
  const person = { name: commit.author.login, email: emailOf(commit.author.login) };
  const tree = objectAt(commit, '')?.sha ?? commit.sha;
  const { sha, message, date } = commit;
  return { id: sha, tree_id: tree, message, timestamp: date, author: person, committer: person };
}

function viewLostCommit(suite: CheckSuite): JsonObject {
  const person = { name: 'unknown', email: 'unknown@users.noreply.github.com' };
  return {
    id: suite.headSha,
    tree_id: suite.headSha,
    message: '',
    timestamp: suite.createdAt,
    author: person,
    committer: person,
  };
}
