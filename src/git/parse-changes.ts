import type { FileStatus } from '../domain/pull-request/changed-files.ts';
import type { CommitChanges } from '../ports/history.ts';
import { decodePath } from './decode-path.ts';

interface MutableFile {
  path: string;
  status: FileStatus;
  additions: number | null;
  deletions: number | null;
  submodule?: true;
}

const STATUS: Readonly<Record<string, FileStatus>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};

/**
 * Reads `--raw [--numstat] -z` after a header `0x1e <id>` per commit. A path is only ever read where one must stand, so no
 * file name can pass for a header.
 */
export async function* parseChanges(tokens: AsyncIterable<Buffer>): AsyncGenerator<CommitChanges> {
  let id: string | undefined;
  let files = new Map<string, MutableFile>();
  let awaited: Pick<MutableFile, 'status' | 'submodule'> | undefined;
  for await (const token of tokens) {
    const start = token[0] === 0x0a ? 1 : 0;
    if (awaited !== undefined) {
      const path = decodePath(token);
      files.set(path, { path, additions: null, deletions: null, ...awaited });
      awaited = undefined;
    } else if (token[start] === 0x1e) {
      if (id !== undefined) yield { id, files: [...files.values()] };
      id = token.toString('latin1', start + 1);
      files = new Map();
    } else if (token[start] === 0x3a) {
      const [oldMode = '', newMode = '', , , letter = ''] = token.toString('latin1', start + 1).split(' ');
      const submodule = oldMode === '160000' || newMode === '160000' ? ({ submodule: true } as const) : {};
      awaited = { status: STATUS[letter[0] ?? ''] ?? 'changed', ...submodule };
    } else if (token.length > start) readCount(token, start, files);
  }
  if (id !== undefined) yield { id, files: [...files.values()] };
}

/** `12\t3\tpath`; `-` for binary files. */
function readCount(token: Buffer, start: number, files: ReadonlyMap<string, MutableFile>): void {
  const first = token.indexOf(0x09, start);
  const second = token.indexOf(0x09, first + 1);
  if (first < 0 || second < 0) return;
  const file = files.get(decodePath(token.subarray(second + 1)));
  if (file === undefined || file.submodule) return;
  file.additions = toLines(token.toString('latin1', start, first));
  file.deletions = toLines(token.toString('latin1', first + 1, second));
}

function toLines(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}
