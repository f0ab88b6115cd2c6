import type { ChangedFiles } from '../domain/pull-request/changed-files.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { GitHubReader } from '../ports/github.ts';
import { GitHubError } from '../ports/github-error.ts';
import type { FilesStore } from '../ports/store.ts';

export interface FilesDeps {
  readonly github: Pick<GitHubReader, 'pullRequest' | 'changedFiles'>;
  readonly store: { readonly files: Pick<FilesStore, 'find'> };
}

/** A pull request, and the files of the very commit that is its head. */
export interface FilesAtHead {
  readonly pullRequest: PullRequest;
  readonly files: ChangedFiles;
  /** They were read from GitHub just now: whoever records the judgement keeps them with it. */
  readonly areNew: boolean;
}

/** How often a pull request may move while its files are being read. */
const MOST_MOVES = 3;

/**
 * The files of a known pair of commits cost no call, unless `refetch` asks for one. GitHub lists those of the newest
 * head alone: when that is another than we were told of, the pull request has moved on and is followed. Otherwise the
 * files of a harmless commit could be kept under the name of a harmful one, by pushing both in turn.
 */
export async function loadFiles(
  deps: FilesDeps,
  hint: PullRequest,
  { refetch = false }: { readonly refetch?: boolean } = {},
): Promise<FilesAtHead> {
  const { repository, base, head } = hint;
  const known = refetch ? null : await deps.store.files.find(repository.id, base.sha, head.sha);
  // Right after a push GitHub may still list the old files: a count that does not fit is asked for again.
  if (known !== null && known.incomplete === undefined && known.expected === hint.changedFiles) {
    return { pullRequest: hint, files: known, areNew: false };
  }
  let pullRequest = hint;
  for (let moves = 0; moves < MOST_MOVES; moves += 1) {
    const files = await deps.github.changedFiles(repository, pullRequest);
    const found = { pullRequest, files, areNew: true };
    // What is closed moves no more.
    if (pullRequest.state === 'closed' || files.headSha === pullRequest.head.sha) return found;
    const newest = await deps.github.pullRequest(repository, pullRequest.number);
    const untold = files.headSha === undefined && newest?.head.sha === pullRequest.head.sha;
    if (newest === null || untold) return found;
    // Judged by another branch, or not at all: the event that says so is on its way.
    if (newest.state === 'closed' || newest.base.ref !== base.ref) break;
    pullRequest = newest;
  }
  throw new GitHubError('A pull request changed while its files were being read', { fault: 'unavailable' });
}
