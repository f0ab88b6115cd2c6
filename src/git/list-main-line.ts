import { readTokens } from './read-tokens.ts';
import { runGit, toHistoryError } from './run-git.ts';

export interface MainLineCommit {
  readonly id: string;
  /** Absent for the first commit, and for the oldest of a shallow clone. */
  readonly parent?: string;
}

/** The first-parent commits from `head`, newest first. */
export async function listMainLine(
  directory: string,
  head: string,
  since: number | null,
  signal?: AbortSignal,
): Promise<MainLineCommit[]> {
  const window = since === null ? [] : [`--since=${since}`];
  const run = runGit(
    directory,
    ['log', '-z', '--first-parent', '--no-show-signature', '--no-notes', '--format=%H %P', ...window, head, '--'],
    { signal },
  );
  const commits: MainLineCommit[] = [];
  for await (const token of readTokens(run.output)) {
    const [id = '', parent = ''] = token.toString('latin1').split(' ');
    if (/^[0-9a-f]{40,64}$/.test(id)) commits.push(parent === '' ? { id } : { id, parent });
  }
  const end = await run.end;
  if (end.code !== 0 && commits.length === 0) throw toHistoryError('the main line could not be listed', end);
  return commits;
}
