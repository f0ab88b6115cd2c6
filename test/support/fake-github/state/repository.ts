import type { Account } from './account.ts';
import type { CheckRun, CheckSuite } from './check-run.ts';
import type { Deployment, Release } from './deployment.ts';
import type { Commit } from './git-objects.ts';
import type { Issue, Label } from './issue.ts';

export type PermissionLevel = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';

export interface Repository {
  readonly id: number;
  owner: Account;
  name: string;
  readonly private: boolean;
  readonly fork: boolean;
  readonly defaultBranch: string;
  readonly createdAt: string;
  readonly branches: Map<string, string>;
  readonly tags: Map<string, string>;
  readonly commits: Map<string, Commit>;
  /** Contents by blob SHA. */
  readonly blobs: Map<string, Buffer>;
  /** By lower-case name: GitHub compares label names without case. */
  readonly labels: Map<string, Label>;
  readonly issues: Map<number, Issue>;
  /** Numbers that were taken once: where the issue went, or `null` when it was deleted. */
  readonly goneIssues: Map<number, Issue | null>;
  readonly checkRuns: Map<number, CheckRun>;
  readonly checkSuites: Map<number, CheckSuite>;
  readonly deployments: Map<number, Deployment>;
  readonly releases: Map<number, Release>;
  /** By lower-case login. */
  readonly permissions: Map<string, PermissionLevel>;
  lastNumber: number;
}

export function fullName(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}
