import type { ChangedFiles } from '../src/domain/pull-request/changed-files.ts';
import type { GitHub, GitHubApp } from '../src/ports/github.ts';

export interface InstantGitHubOptions {
  /** The text of `.github/impact.yml`. */
  readonly config: string;
  readonly filesOf: (number: number) => ChangedFiles;
  /** Told of every write, before it is answered. */
  readonly onWrite: () => void;
}

/** GitHub without a network: every answer is there at once, so that what remains is our own time. */
export function createInstantGitHub({ config, filesOf, onWrite }: InstantGitHubOptions): GitHubApp {
  let runs = 0;
  const written = async (): Promise<void> => onWrite();
  const nobodyAsks = async (): Promise<never> => {
    throw new Error('nobody reads the past here');
  };
  const github: GitHub = {
    repository: async () => null,
    pullRequest: async () => null,
    openPullRequests: async () => [],
    recentPullRequests: async () => [],
    changedFiles: async (_repository, { number }) => filesOf(number),
    baseFiles: async () => ({
      sha: 'c'.repeat(40),
      config: { path: '.github/impact.yml', text: config },
      templates: [],
    }),
    remoteFile: async () => ({ found: false, because: 'no-repository' }),
    fileAt: async () => null,
    permission: async () => 'write',
    pullRequestsBetween: async () => [],
    mergeBase: async () => null,
    loginOf: async () => null,
    issue: async () => null,
    issueComments: async () => [],
    publishCheckRun: async (_repository, _run, id) => {
      onWrite();
      runs += 1;
      return id ?? runs;
    },
    findCheckRun: async () => null,
    addLabels: written,
    removeLabel: written,
    createLabel: written,
    labelNames: async () => [],
    updateBody: async () => {
      throw new Error('nobody presses a button here');
    },
    createComment: async () => 1,
    createIssue: async () => 1,
    updateIssue: written,
    issuesSince: async () => [],
    updateComment: written,
    react: written,
    mergedPullRequests: nobodyAsks,
    mergedPullRequestsNumbered: nobodyAsks,
    commitsFrom: nobodyAsks,
    commitInFull: nobodyAsks,
    deployments: nobodyAsks,
    releases: nobodyAsks,
    steeringHistory: nobodyAsks,
    commitNamed: nobodyAsks,
    pastIssues: nobodyAsks,
    pathsUnder: nobodyAsks,
    textsAt: nobodyAsks,
    restBudget: () => null,
    queryBudget: () => null,
    blame: async () => null,
    commitWithId: nobodyAsks,
    closingPullRequests: async () => [],
    commitPatches: async () => null,
    accountId: async () => null,
    teamMemberIds: async () => null,
  };
  return {
    installation: () => github,
    botUserId: async () => 1,
    installationIds: async () => [1],
    installedRepositories: async () => [],
    failedDeliveries: async () => [],
    redeliver: async () => undefined,
  };
}
