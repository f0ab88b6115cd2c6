import { countReviewRounds } from '../domain/exposure/count-review-rounds.ts';
import {
  type Exposure,
  type ExposureJudgement,
  type JudgementSource,
  MAX_BLAST_RADIUS,
  MAX_TITLE,
} from '../domain/exposure/exposure.ts';
import { findMergeMethod } from '../domain/exposure/find-merge-method.ts';
import type { Opinion } from '../domain/pull-request/opinion.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { Mode } from '../domain/statement/statement-policy.ts';
import type { CommitInFull, MergedPullRequest } from '../ports/github-past.ts';
import { contentHash } from './content-hash.ts';

/** A merged pull request as it is kept. */
export function toExposure(
  repository: Repository,
  { pullRequest, files, reviews, readyAt, milestone, merge }: MergedPullRequest,
  judgement: ExposureJudgement | null,
): Exposure {
  const { number, author, base, createdAt, labels, mergeCommitSha } = pullRequest;
  const mergedAt = pullRequest.mergedAt ?? pullRequest.updatedAt;
  const method = findMergeMethod(merge);
  return {
    repositoryId: repository.id,
    number,
    sha: mergeCommitSha,
    method,
    commits: method === 'rebase' || method === 'push' ? Math.max(1, merge.commits) : 1,
    baseRef: base.ref,
    toDefaultBranch: base.ref === repository.defaultBranch,
    title: pullRequest.title.slice(0, MAX_TITLE),
    headRef: pullRequest.head.ref,
    milestone,
    author: { id: author.id, type: author.type },
    openedAt: createdAt,
    readyAt: readyAt ?? createdAt,
    mergedAt,
    additions: pullRequest.additions,
    deletions: pullRequest.deletions,
    changedFiles: pullRequest.changedFiles,
    files: files.files,
    ...(files.incomplete === undefined ? {} : { incomplete: files.incomplete }),
    labels,
    reviewRounds: countReviewRounds(reviews, { authorId: author.id, mergedAt }),
    judgement,
  };
}

/** A commit that was pushed straight onto the default branch: nobody stated anything, nobody reviewed it. */
export function pushToExposure(repository: Repository, commit: CommitInFull): Exposure {
  const { sha, message, author, committedAt, additions, deletions, files } = commit;
  return {
    repositoryId: repository.id,
    number: null,
    sha,
    method: 'push',
    commits: 1,
    baseRef: repository.defaultBranch,
    toDefaultBranch: true,
    title: (message.split('\n', 1)[0] ?? '').slice(0, MAX_TITLE),
    headRef: null,
    milestone: null,
    author: { id: author.id, type: author.type },
    openedAt: null,
    readyAt: null,
    mergedAt: committedAt,
    additions,
    deletions,
    changedFiles: files.expected,
    files: files.files,
    ...(files.incomplete === undefined ? {} : { incomplete: files.incomplete }),
    labels: [],
    reviewRounds: null,
    judgement: null,
  };
}

/** What is kept of an opinion: enough to count, and none of the author's words but those that say what is touched. */
export function toJudgement(
  opinion: Pick<Opinion, 'statement' | 'assessment' | 'decision' | 'configHash'>,
  about: { readonly source: JudgementSource; readonly mode: Mode; readonly body: string | null },
): ExposureJudgement {
  const { statement, assessment, decision, configHash } = opinion;
  const field = statement.fields['blast-radius'];
  const blastRadius = field?.quote?.text ?? statement.quote?.text ?? null;
  return {
    source: about.source,
    verdict: statement.verdict,
    status: decision.status,
    conclusion: decision.conclusion,
    level: assessment.level,
    ruleIds: assessment.matches.map(({ ruleId }) => ruleId),
    mode: about.mode,
    bodyHash: contentHash(about.body),
    configHash,
    blastRadius: blastRadius === null ? null : blastRadius.slice(0, MAX_BLAST_RADIUS),
  };
}
