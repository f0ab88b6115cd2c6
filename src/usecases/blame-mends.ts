import { codeFiles } from '../domain/attribution/analysis/code-files.ts';
import type { BlamedLines } from '../domain/attribution/fault.ts';
import { type PatchedLines, readPatch } from '../domain/attribution/read-patch.ts';
import { pullRequestUnit, unitOf } from '../domain/exposure/exposure.ts';
import type { BlamedRange, ClosingPullRequest, FilePatch } from '../ports/github-causes.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { InstallationDeps } from './deps.ts';

/** What the pull requests that mended an incident say of its cause. */
export interface Mends {
  readonly numbers: readonly number[];
  readonly files: readonly string[];
  readonly blame: readonly BlamedLines[];
}

/** A fix of more is no fix whose lines say where the fault was; and each file is a query. */
const MOST_FIXES = 3;
const MOST_FILES = 15;

/** Blames, at its parent, what each merged fix removed, or what stands beside the lines that it added. */
export async function blameMends(
  deps: Pick<InstallationDeps, 'store' | 'github'>,
  repository: InstalledRepository,
  closing: readonly ClosingPullRequest[],
): Promise<Mends> {
  const merged = closing.filter(({ mergeCommitSha }) => mergeCommitSha !== null).sort((a, b) => a.number - b.number);
  const files: string[] = [];
  const blame: BlamedLines[] = [];
  for (const { mergeCommitSha } of merged.slice(0, MOST_FIXES)) {
    const commit = await deps.github.commitPatches(repository, mergeCommitSha ?? '');
    if (commit === null) continue;
    const code = new Set(codeFiles(commit.files.map(({ path }) => path)).slice(0, MOST_FILES));
    files.push(...code);
    const patches = commit.files.filter(({ path }) => code.has(path));
    for (const patch of patches) blame.push(...(await blamePatch(deps, repository, commit.parent, patch)));
  }
  return { numbers: merged.map(({ number }) => number), files, blame };
}

async function blamePatch(
  deps: Pick<InstallationDeps, 'store' | 'github'>,
  repository: InstalledRepository,
  parent: string,
  { path, previousPath, patch }: FilePatch,
): Promise<readonly BlamedLines[]> {
  const lines = patch === null ? null : readPatch(patch);
  if (lines === null || lines.removed.length + lines.beside.length === 0) return [];
  const ranges = await deps.github.blame(repository, parent, previousPath ?? path);
  if (ranges === null) return [];
  const found: BlamedLines[] = [];
  const units = new Map<BlamedRange, string>();
  for (const [context, numbers] of sides(lines)) {
    for (const range of ranges) {
      const count = numbers.filter((line) => line >= range.from && line <= range.to).length;
      if (count === 0) continue;
      const unit = units.get(range) ?? (await unitOfRange(deps, repository, range));
      units.set(range, unit);
      found.push({ unit, lines: count, context, plain: true });
    }
  }
  return found;
}

function sides({ removed, beside }: PatchedLines): readonly (readonly [boolean, readonly number[]])[] {
  return [
    [false, removed],
    [true, beside],
  ];
}

/** A pull request's own commits belong to it, however it was merged. */
async function unitOfRange(
  { store }: Pick<InstallationDeps, 'store'>,
  repository: InstalledRepository,
  { sha, pullRequest }: BlamedRange,
): Promise<string> {
  if (pullRequest !== null) return pullRequestUnit(pullRequest);
  const exposure = await store.exposures.atCommit(repository.id, sha);
  return exposure === null ? sha : unitOf(exposure);
}
