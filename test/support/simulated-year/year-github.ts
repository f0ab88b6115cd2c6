import { createInstantGitHub } from '../../../bench/instant-github.ts';
import type { GitHub, GitHubApp } from '../../../src/ports/github.ts';
import type { MergedPullRequest } from '../../../src/ports/github-past.ts';
import { toIso } from './draw.ts';
import { commitAt } from './finish-changes.ts';
import type { GeneratedChange, GeneratedYear } from './generated-year.ts';
import { REPOSITORY } from './year-plan.ts';

/** What was written to GitHub, counted by what it was. */
export interface Written {
  labels: number;
  comments: number;
}

const COST = { points: 1, limit: 5_000, remaining: 5_000, resetAt: 0 } as const;
const { installationId: _, ...PLACE } = REPOSITORY;

/** GitHub as it would answer in that year: pull requests, and where commits beside the branch were cut from it. */
export function createYearGitHub(year: GeneratedYear): { readonly app: GitHubApp; readonly written: Written } {
  const written: Written = { labels: 0, comments: 0 };
  const byNumber = new Map(year.changes.map((change) => [change.exposure.number, change] as const));
  const contains = new Map(year.deployments.map((one) => [one.deployment.sha, one.contains] as const));
  const instant = createInstantGitHub({
    config: year.config,
    filesOf: () => ({ files: [], expected: 0 }),
    onWrite: () => undefined,
  });
  const github: GitHub = {
    ...instant.installation(REPOSITORY.installationId),
    mergedPullRequestsNumbered: async (_repository, numbers) => ({
      items: numbers.flatMap((number) => byNumber.get(number) ?? []).flatMap(toMerged),
      cost: COST,
    }),
    pastIssues: async () => ({ items: [], next: null, total: 0, cost: COST }),
    mergeBase: async (_repository, _base, sha) => contains.get(sha) ?? null,
    loginOf: async (id) => `author-${id}`,
    addLabels: async () => {
      written.labels += 1;
    },
    createComment: async () => {
      written.comments += 1;
      return written.comments;
    },
  };
  return { app: { ...instant, installation: () => github }, written };
}

function toMerged({ exposure, body, position }: GeneratedChange): MergedPullRequest[] {
  const { number, sha, author, files, openedAt, mergedAt } = exposure;
  if (number === null || sha === null || openedAt === null) return [];
  const headSha = `a${commitAt(position).slice(1)}`;
  const login = author.type === 'bot' ? `helper-${author.id}[bot]` : `author-${author.id}`;
  return [
    {
      pullRequest: {
        repository: PLACE,
        number,
        title: exposure.title,
        body,
        state: 'closed',
        draft: false,
        merged: true,
        author: { ...author, login },
        head: { sha: headSha, ref: exposure.headRef ?? 'topic', repositoryId: REPOSITORY.id },
        base: { sha: commitAt(Math.max(0, position - 1)), ref: REPOSITORY.defaultBranch },
        labels: exposure.labels,
        changedFiles: files.length,
        additions: exposure.additions,
        deletions: exposure.deletions,
        createdAt: openedAt,
        updatedAt: mergedAt,
        mergedAt,
        mergeCommitSha: sha,
      },
      files: { files, expected: files.length },
      reviews: Array.from({ length: exposure.reviewRounds ?? 0 }, (_, round) => ({
        authorId: 7,
        byBot: false,
        commitSha: commitAt(round),
        submittedAt: toIso(Date.parse(openedAt) + round),
      })),
      readyAt: null,
      milestone: null,
      mergedBy: { id: 7, login: 'mika', type: 'user' },
      merge: {
        number,
        headSha,
        headCommit: null,
        commits: 1,
        mergeCommit: {
          sha,
          message: `${exposure.title} (#${number})`,
          authoredAt: mergedAt,
          committedAt: mergedAt,
          parents: 1,
        },
      },
    },
  ];
}
