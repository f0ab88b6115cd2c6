import { z } from 'zod';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import { accountJson, toAuthor } from './account.ts';
import { repositoryJson, toRepository } from './repository.ts';

/** A pull request in full, as `GET /repos/{owner}/{repo}/pulls/{number}` and the event `pull_request` carry it. */
export const pullRequestJson = z.object({
  number: z.number(),
  html_url: z.string().optional(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']),
  draft: z.boolean().nullish(),
  merged: z.boolean().nullish(),
  user: accountJson,
  head: z.object({ sha: z.string(), ref: z.string(), repo: z.object({ id: z.number() }).nullish() }),
  base: z.object({ sha: z.string(), ref: z.string(), repo: repositoryJson }),
  labels: z.array(z.object({ name: z.string() })),
  changed_files: z.number(),
  additions: z.number(),
  deletions: z.number(),
  created_at: z.string(),
  updated_at: z.string(),
  merged_at: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
});

export function toPullRequest(json: z.output<typeof pullRequestJson>): PullRequest {
  return {
    repository: toRepository(json.base.repo),
    number: json.number,
    ...(json.html_url === undefined ? {} : { url: json.html_url }),
    title: json.title,
    body: json.body ?? null,
    state: json.state,
    draft: json.draft ?? false,
    merged: json.merged ?? false,
    author: toAuthor(json.user),
    head: { sha: json.head.sha, ref: json.head.ref, repositoryId: json.head.repo?.id ?? null },
    base: { sha: json.base.sha, ref: json.base.ref },
    labels: json.labels.map((label) => label.name),
    changedFiles: json.changed_files,
    additions: json.additions,
    deletions: json.deletions,
    createdAt: json.created_at,
    updatedAt: json.updated_at,
    mergedAt: json.merged_at ?? null,
    // Of an open pull request it is GitHub's trial merge, which comes and goes by itself.
    mergeCommitSha: json.merged === true ? (json.merge_commit_sha ?? null) : null,
  };
}
