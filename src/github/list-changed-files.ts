import { z } from 'zod';
import { type ChangedFile, type ChangedFiles, FILE_STATUSES } from '../domain/pull-request/changed-files.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import { GitHubError } from '../ports/github-error.ts';
import type { Api } from './api.ts';
import { mapInFlight } from './map-in-flight.ts';

const PER_PAGE = 100;
/** GitHub lists no more files of a pull request. */
const MAX_PAGES = 30;
const PAGES_IN_FLIGHT = 10;

export const fileJson = z.object({
  filename: z.string(),
  previous_filename: z.string().optional(),
  status: z.enum(FILE_STATUSES),
  additions: z.number(),
  deletions: z.number(),
  contents_url: z.string().optional(),
});
const filesJson = z.array(fileJson);

/**
 * `pullRequest.changedFiles` tells how many pages there are, so they are fetched side by side. It may be older than
 * the list (a hint): when the last page names a next one, reading goes on.
 */
export async function listChangedFiles(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  { number, changedFiles: expected, head }: PullRequest,
): Promise<ChangedFiles> {
  function readPage(page: number) {
    return api.page(filesJson, 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
      owner,
      repo: name,
      pull_number: number,
      per_page: PER_PAGE,
      page,
    });
  }
  try {
    const count = Math.min(Math.max(Math.ceil(expected / PER_PAGE), 1), MAX_PAGES);
    const pages = await mapInFlight(PAGES_IN_FLIGHT, range(1, count), readPage);
    while (pages.at(-1)?.more && pages.length < MAX_PAGES) pages.push(await readPage(pages.length + 1));
    const listed = pages.flatMap(({ items }) => items);
    const files = listed.map(toChangedFile);
    const short = new Set(files.map(({ path }) => path)).size < expected || pages.at(-1)?.more === true;
    const headSha = headOf(listed, head.sha);
    return {
      files,
      expected,
      ...(short ? { incomplete: 'truncated' } : {}),
      ...(headSha === undefined ? {} : { headSha }),
    };
  } catch (error) {
    if (!(error instanceof GitHubError) || error.fault !== 'gone') throw error;
    return { files: [], expected, incomplete: 'not-found' };
  }
}

export function toChangedFile(file: z.output<typeof fileJson>): ChangedFile {
  const { filename: path, previous_filename: previousPath, status, additions, deletions } = file;
  return { path, ...(previousPath === undefined ? {} : { previousPath }), status, additions, deletions };
}

/**
 * GitHub lists the files of the newest head, whichever one was meant; the links to their contents tell which. A removed
 * file has none at that commit. When pages differ, what was not meant is given.
 */
function headOf(listed: readonly z.output<typeof fileJson>[], meant: string): string | undefined {
  const heads = listed
    .filter(({ status }) => status !== 'removed')
    .flatMap(({ contents_url }) => /[?&]ref=([0-9a-f]{40})$/.exec(contents_url ?? '')?.[1] ?? []);
  return heads.find((sha) => sha !== meant) ?? heads[0];
}

function range(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
