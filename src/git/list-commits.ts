import { type CommitRecord, MAX_MESSAGE } from '../ports/history.ts';
import { readTokens } from './read-tokens.ts';
import { runGit, toHistoryError } from './run-git.ts';

const FORMAT = '%H%x1f%P%x1f%ct%x1f%at%x1f%B';
const FIELDS = 4;

/** Every commit that `head` reaches, newest first. A clone whose history breaks off yields what it has, then throws. */
export async function* listCommits(
  directory: string,
  head: string,
  signal?: AbortSignal,
): AsyncGenerator<CommitRecord> {
  const run = runGit(directory, ['log', '-z', '--no-show-signature', '--no-notes', `--format=${FORMAT}`, head, '--'], {
    signal,
  });
  try {
    for await (const token of readTokens(run.output)) {
      const record = parseCommit(token);
      if (record !== undefined) yield record;
    }
    const end = await run.end;
    if (end.code !== 0) throw toHistoryError('the list of commits broke off', end);
  } finally {
    run.kill();
  }
}

function parseCommit(token: Buffer): CommitRecord | undefined {
  const fields: string[] = [];
  let from = 0;
  for (let i = 0; i < FIELDS; i += 1) {
    const to = token.indexOf(0x1f, from);
    if (to < 0) return undefined;
    fields.push(token.toString('latin1', from, to));
    from = to + 1;
  }
  const [id = '', parents = '', committed = '', authored = ''] = fields;
  if (!/^[0-9a-f]{40,64}$/.test(id)) return undefined;
  return {
    id,
    parents: parents === '' ? [] : parents.split(' '),
    committedAt: seconds(committed),
    authoredAt: seconds(authored),
    message: token.toString('utf8', from, Math.min(token.length, from + MAX_MESSAGE)),
  };
}

/** Hostile or ancient commits have times that are no number. */
function seconds(text: string): number {
  const value = Number(text);
  return Number.isSafeInteger(value) ? Math.max(0, value) : 0;
}
