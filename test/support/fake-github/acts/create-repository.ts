import type { Account } from '../state/account.ts';
import type { Repository } from '../state/repository.ts';
import { timeOf, type World } from '../state/world.ts';

export interface NewRepository {
  readonly owner: Account;
  readonly name: string;
  readonly private: boolean;
  readonly fork: boolean;
  readonly defaultBranch: string;
}

/** An empty repository with a first commit on its default branch. */
export function createRepository(world: World, spec: NewRepository): Repository {
  const createdAt = timeOf(world);
  const root = {
    sha: world.ids.sha(`${spec.owner.login}/${spec.name} root`),
    parents: [],
    message: 'Initial commit',
    author: spec.owner,
    date: createdAt,
    files: [],
    tree: new Map<string, string>(),
  };
  const repository: Repository = {
    ...spec,
    id: world.ids.next('repository'),
    createdAt,
    branches: new Map([[spec.defaultBranch, root.sha]]),
    tags: new Map(),
    commits: new Map([[root.sha, root]]),
    blobs: new Map(),
    labels: new Map(),
    issues: new Map(),
    goneIssues: new Map(),
    checkRuns: new Map(),
    checkSuites: new Map(),
    deployments: new Map(),
    releases: new Map(),
    permissions: new Map([[spec.owner.login.toLowerCase(), 'admin']]),
    lastNumber: 0,
  };
  world.repositories.set(repository.id, repository);
  world.repositoryIds.set(`${spec.owner.login}/${spec.name}`.toLowerCase(), repository.id);
  return repository;
}
