import type { Opinion } from '../domain/pull-request/opinion.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { Clock } from '../ports/clock.ts';
import type { GitHubReader, RepositoryName, TextFile } from '../ports/github.ts';
import { type BaseContext, createContextMemo } from './base-context.ts';
import { formOpinion } from './form-opinion.ts';
import { buildContext, loadBaseContext } from './load-base-context.ts';
import { recordNothing } from './record-nothing.ts';
import { takeSnapshot } from './take-snapshot.ts';

export interface SimulateDeps {
  readonly github: Pick<
    GitHubReader,
    'repository' | 'recentPullRequests' | 'pullRequest' | 'changedFiles' | 'baseFiles' | 'remoteFile'
  >;
  readonly clock: Clock;
}

export interface SimulateRequest {
  readonly repository: RepositoryName;
  readonly last: number;
  /** A configuration to try in place of the base branch's. */
  readonly config: TextFile | null;
  readonly onProgress: (done: number, total: number) => void;
}

export interface Simulated {
  readonly pullRequest: PullRequest;
  readonly opinion: Omit<Opinion, 'judgedAt'>;
}

export type Simulation =
  | { readonly found: false }
  | { readonly found: true; readonly broken: BaseContext['broken']; readonly results: readonly Simulated[] };

/** What the App would say of the newest pull requests of a repository, writing nothing. */
export async function simulate(deps: SimulateDeps, request: SimulateRequest): Promise<Simulation> {
  const found = await deps.github.repository(request.repository);
  if (found === null) return { found: false };
  const repository = { ...found, installationId: 0 };
  const inner = { ...deps, store: recordNothing(), contexts: createContextMemo() };
  const pullRequests = await deps.github.recentPullRequests(repository, request.last);
  const results: Simulated[] = [];
  let broken: BaseContext['broken'] = null;
  for (const listed of pullRequests) {
    // A list leaves out how many files there are, and without that no list of files can be trusted to be whole.
    const pullRequest = (await deps.github.pullRequest(repository, listed.number)) ?? listed;
    const base = await loadBaseContext(inner, repository, pullRequest.base.ref);
    const context =
      request.config === null ? base : await buildContext(inner, repository, request.config, base.templates);
    broken = context.broken ?? broken;
    const snapshot = await takeSnapshot(inner, repository, pullRequest, context);
    results.push({ pullRequest, opinion: formOpinion(snapshot) });
    request.onProgress(results.length, pullRequests.length);
  }
  return { found: true, broken, results };
}
