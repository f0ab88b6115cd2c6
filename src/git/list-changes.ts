import type { CommitChanges } from '../ports/history.ts';
import { listMainLine, type MainLineCommit } from './list-main-line.ts';
import { mergeInParallel } from './merge-in-parallel.ts';
import { parseChanges } from './parse-changes.ts';
import { readTokens } from './read-tokens.ts';
import { runGit } from './run-git.ts';

const DIFF = [
  'diff-tree',
  '--stdin',
  '-r',
  '--root',
  '--always',
  '--no-renames',
  '--no-abbrev',
  '--no-ext-diff',
  '--no-textconv',
  '-z',
  '--format=%x1e%H',
  '--raw',
];
/** Processes at once: counting lines is git's work, not ours, and takes a core each. */
const PARALLEL = 2;
const CHUNK = 2_000;
/** After so many commits whose content is missing, lines are not asked for any more: it is a partial clone. */
const PATIENCE = 16;

/**
 * The main line against first parents, in no particular order. Counting lines needs the files' content; where the clone lacks
 * it git stops, and the listing goes on from the next commit; the broken one is told by its paths alone, marked `uncounted`.
 */
export async function* listChanges(
  directory: string,
  head: string,
  since: number | null,
  signal?: AbortSignal,
): AsyncGenerator<CommitChanges> {
  const commits = await listMainLine(directory, head, since, signal);
  const chunks: MainLineCommit[][] = [];
  for (let from = 0; from < commits.length; from += CHUNK) chunks.push(commits.slice(from, from + CHUNK));
  const clone = { directory, missing: 0 };
  yield* mergeInParallel(chunks, PARALLEL, (chunk) => readChunk(clone, chunk, signal));
}

interface Clone {
  readonly directory: string;
  /** Commits so far whose content is not here. */
  missing: number;
}

async function* readChunk(
  clone: Clone,
  chunk: readonly MainLineCommit[],
  signal?: AbortSignal,
): AsyncGenerator<CommitChanges> {
  let next = 0;
  while (next < chunk.length) {
    const counted = clone.missing < PATIENCE;
    let ended = false;
    let last: CommitChanges | undefined;
    const run = runGit(clone.directory, counted ? [...DIFF, '--numstat'] : DIFF, {
      signal,
      input: toInput(chunk.slice(next)),
    });
    try {
      for await (const commit of parseChanges(readTokens(run.output))) {
        if (last !== undefined) {
          yield last;
          next += 1;
        }
        last = counted ? commit : { ...commit, uncounted: true };
      }
      ended = (await run.end).code === 0;
    } finally {
      run.kill();
    }
    if (ended) {
      if (last !== undefined) yield last;
      return;
    }
    // Git died at this commit: what it printed of it may be half.
    const broken = chunk[next];
    if (broken !== undefined) yield await withoutLines(clone, broken, signal);
    next += 1;
  }
}

async function withoutLines(clone: Clone, commit: MainLineCommit, signal?: AbortSignal): Promise<CommitChanges> {
  clone.missing += 1;
  const run = runGit(clone.directory, DIFF, { signal, input: toInput([commit]) });
  let found: CommitChanges | undefined;
  for await (const parsed of parseChanges(readTokens(run.output))) found = parsed;
  const { code } = await run.end;
  // Even the lists of files are missing: a change that nobody can describe.
  if (code !== 0 || found === undefined) return { id: commit.id, files: [], uncounted: true };
  return { ...found, uncounted: true };
}

/** `commit parent` compares with that parent alone, whatever else was merged. */
function toInput(commits: readonly MainLineCommit[]): string {
  return commits.map(({ id, parent }) => (parent === undefined ? `${id}\n` : `${id} ${parent}\n`)).join('');
}
