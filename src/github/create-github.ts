import type { Clock } from '../ports/clock.ts';
import type { GitHub } from '../ports/github.ts';
import { addLabels } from './add-labels.ts';
import type { Api } from './api.ts';
import { blameFile } from './blame-file.ts';
import { createComment } from './create-comment.ts';
import { createIssue } from './create-issue.ts';
import { createLabel } from './create-label.ts';
import { findCheckRun } from './find-check-run.ts';
import { listClosingPullRequests } from './list-closing-pull-requests.ts';
import { listChangedFiles } from './list-changed-files.ts';
import { listIssueComments } from './list-issue-comments.ts';
import { listIssuesSince } from './list-issues-since.ts';
import { listLabelNames } from './list-label-names.ts';
import { listOpenPullRequests } from './list-open-pull-requests.ts';
import { listTeamMemberIds } from './list-team-member-ids.ts';
import { readAccountId } from './read-account-id.ts';
import { listPullRequestsBetween } from './list-pull-requests-between.ts';
import { listRecentPullRequests } from './list-recent-pull-requests.ts';
import { publishCheckRun } from './publish-check-run.ts';
import { react } from './react.ts';
import { readBaseFiles } from './read-base-files.ts';
import { readCommitPatches } from './read-commit-patches.ts';
import { readFileAt } from './read-file-at.ts';
import { readIssue } from './read-issue.ts';
import { readPermission } from './read-permission.ts';
import { readPullRequest } from './read-pull-request.ts';
import { readRemoteFile } from './read-remote-file.ts';
import { readRepository } from './read-repository.ts';
import { removeLabel } from './remove-label.ts';
import { findMergeBase } from './find-merge-base.ts';
import { readLogin } from './read-login.ts';
import { findCommitNamed } from './find-commit-named.ts';
import { findCommitWithId } from './find-commit-with-id.ts';
import { queryCommitsFrom } from './query-commits-from.ts';
import { queryDeployments } from './query-deployments.ts';
import { queryMergedPullRequests, queryMergedPullRequestsNumbered } from './query-merged-pull-requests.ts';
import { queryReleases } from './query-releases.ts';
import { querySteeringHistory } from './query-steering-history.ts';
import { queryPastIssues } from './query-past-issues.ts';
import { listPathsUnder } from './list-paths-under.ts';
import { readTextsAt } from './read-texts-at.ts';
import { readCommitInFull } from './read-commit-in-full.ts';
import { updateBody } from './update-body.ts';
import { updateComment } from './update-comment.ts';
import { updateIssue } from './update-issue.ts';

export interface GitHubDeps {
  readonly api: Api;
  readonly clock: Clock;
  /** Whose check runs are ours; `null` when a token speaks for an App that we do not know. */
  readonly appId: number | null;
}

/** The port `GitHub` over one identity. */
export function createGitHub(deps: GitHubDeps): GitHub {
  return {
    repository: readRepository.bind(null, deps),
    pullRequest: readPullRequest.bind(null, deps),
    openPullRequests: listOpenPullRequests.bind(null, deps),
    recentPullRequests: listRecentPullRequests.bind(null, deps),
    changedFiles: listChangedFiles.bind(null, deps),
    baseFiles: readBaseFiles.bind(null, deps),
    remoteFile: readRemoteFile.bind(null, deps),
    fileAt: readFileAt.bind(null, deps),
    permission: readPermission.bind(null, deps),
    pullRequestsBetween: listPullRequestsBetween.bind(null, deps),
    mergeBase: findMergeBase.bind(null, deps),
    loginOf: readLogin.bind(null, deps),
    issue: readIssue.bind(null, deps),
    issueComments: listIssueComments.bind(null, deps),
    mergedPullRequests: queryMergedPullRequests.bind(null, deps),
    mergedPullRequestsNumbered: queryMergedPullRequestsNumbered.bind(null, deps),
    commitsFrom: queryCommitsFrom.bind(null, deps),
    commitInFull: readCommitInFull.bind(null, deps),
    deployments: queryDeployments.bind(null, deps),
    releases: queryReleases.bind(null, deps),
    steeringHistory: querySteeringHistory.bind(null, deps),
    pastIssues: queryPastIssues.bind(null, deps),
    pathsUnder: listPathsUnder.bind(null, deps),
    textsAt: readTextsAt.bind(null, deps),
    commitNamed: findCommitNamed.bind(null, deps),
    commitWithId: findCommitWithId.bind(null, deps),
    restBudget: () => deps.api.budget('core'),
    queryBudget: () => deps.api.budget('graphql'),
    publishCheckRun: publishCheckRun.bind(null, deps),
    findCheckRun: findCheckRun.bind(null, deps),
    addLabels: addLabels.bind(null, deps),
    removeLabel: removeLabel.bind(null, deps),
    createLabel: createLabel.bind(null, deps),
    labelNames: listLabelNames.bind(null, deps),
    updateBody: updateBody.bind(null, deps),
    createComment: createComment.bind(null, deps),
    updateComment: updateComment.bind(null, deps),
    react: react.bind(null, deps),
    createIssue: createIssue.bind(null, deps),
    updateIssue: updateIssue.bind(null, deps),
    issuesSince: listIssuesSince.bind(null, deps),
    blame: blameFile.bind(null, deps),
    closingPullRequests: listClosingPullRequests.bind(null, deps),
    accountId: readAccountId.bind(null, deps),
    teamMemberIds: listTeamMemberIds.bind(null, deps),
    commitPatches: readCommitPatches.bind(null, deps),
  };
}
