import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { FilePatch } from '../ports/github-causes.ts';
import type { Api } from './api.ts';

const PER_PAGE = 100;
const MAX_PAGES = 3;

const commitJson = z.object({
  parents: z.array(z.object({ sha: z.string() })),
  files: z
    .array(z.object({ filename: z.string(), previous_filename: z.string().nullish(), patch: z.string().nullish() }))
    .default([]),
});

/** A fix of more files than these is no fix whose lines say where the fault was. */
export async function readCommitPatches(
  { api }: { readonly api: Api },
  { owner, name: repo }: Repository,
  sha: string,
): Promise<{ readonly parent: string; readonly files: readonly FilePatch[] } | null> {
  const files: FilePatch[] = [];
  let parent: string | undefined;
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const commit = await api.find(commitJson, 'GET /repos/{owner}/{repo}/commits/{ref}', {
      owner,
      repo,
      ref: sha,
      per_page: PER_PAGE,
      page,
    });
    if (commit === null) return null;
    parent ??= commit.parents[0]?.sha;
    files.push(
      ...commit.files.map(({ filename, previous_filename, patch }) => ({
        path: filename,
        previousPath: previous_filename ?? null,
        patch: patch ?? null,
      })),
    );
    if (commit.files.length < PER_PAGE) break;
  }
  return parent === undefined ? null : { parent, files };
}
