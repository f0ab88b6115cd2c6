import { type History, HistoryError, type HistoryState } from '../ports/history.ts';
import { blameCommit } from './blame-commit.ts';
import { listChanges } from './list-changes.ts';
import { listCommits } from './list-commits.ts';
import { readFileAtHead } from './read-file-at-head.ts';
import { readIgnoredRevisions } from './read-ignored-revisions.ts';
import { gitText, toHistoryError } from './run-git.ts';

/** A clone on this machine, bare or not, read with git's plumbing. Nothing is written and nothing is fetched. */
export function createHistory(directory: string): History {
  let ignored: Promise<readonly string[]> | undefined;
  return {
    state: (signal) => readState(directory, signal),
    fileAtHead: (path, signal) => readFileAtHead(directory, path, signal),
    commits: (head, signal) => listCommits(directory, head, signal),
    async countChanges(head, since, signal) {
      const window = since === null ? [] : [`--since=${since}`];
      const { text, end } = await gitText(directory, ['rev-list', '--count', '--first-parent', ...window, head, '--'], {
        signal,
      });
      if (end.code !== 0) throw toHistoryError('the commits could not be counted', end);
      return Number(text.toString('latin1').trim());
    },
    changes: (head, since, signal) => listChanges(directory, head, since, signal),
    async blame(commit, files, signal) {
      ignored ??= readIgnoredRevisions(directory, signal);
      return blameCommit(directory, commit, files, await ignored, signal);
    },
  };
}

async function readState(directory: string, signal?: AbortSignal): Promise<HistoryState> {
  const asked = await gitText(directory, ['rev-parse', '--is-bare-repository', '--is-shallow-repository'], { signal });
  if (asked.end.code !== 0) {
    if (/cannot change to|No such file|Not a directory/i.test(asked.end.complaint))
      throw new HistoryError('not-a-repository', 'no such directory');
    throw toHistoryError('the repository could not be opened', asked.end);
  }
  const [bare, shallow] = asked.text.toString('latin1').trim().split('\n');
  const head = await gitText(directory, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { signal });
  const branch = await gitText(directory, ['symbolic-ref', '--quiet', '--short', 'HEAD'], { signal });
  const promisor = await gitText(
    directory,
    ['config', '--local', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.promisor)$'],
    { signal },
  );
  const id = head.text.toString('latin1').trim();
  if (head.end.code !== 0 && (await hasCommits(directory, signal))) {
    throw new HistoryError('no-head', 'HEAD names a commit that is not here; check out a branch that exists');
  }
  return {
    head: head.end.code === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : null,
    branch: branch.end.code === 0 ? branch.text.toString('utf8').trim() : null,
    bare: bare === 'true',
    shallow: shallow === 'true',
    partial: promisor.end.code === 0,
  };
}

/** An empty repository has no refs; one whose head is broken has some. */
async function hasCommits(directory: string, signal?: AbortSignal): Promise<boolean> {
  const { text } = await gitText(directory, ['for-each-ref', '--count=1', '--format=x'], { signal });
  return text.length > 0;
}
