import { describe, expect, it } from 'vitest';
import type { ChangedFile, ChangedFiles } from '../../../src/domain/pull-request/changed-files.ts';
import { canUndo, staysWithin } from '../../../src/domain/pull-request/stays-within.ts';

function file(path: string, additions: number, deletions: number, previousPath?: string): ChangedFile {
  const status = previousPath === undefined ? 'modified' : 'renamed';
  return { path, status, additions, deletions, ...(previousPath === undefined ? {} : { previousPath }) };
}

function changed(...files: readonly ChangedFile[]): ChangedFiles {
  return { files, expected: files.length };
}

const ORIGINAL = changed(file('a', 5, 2), file('new', 1, 1, 'old'));

describe('a change held against the one that it claims to undo or to carry', () => {
  it.each<[string, ChangedFiles, { within: boolean; undo: boolean }]>([
    ['the exact opposite', changed(file('a', 2, 5), file('old', 1, 1, 'new')), { within: true, undo: true }],
    ['a part of it', changed(file('a', 2, 5)), { within: true, undo: true }],
    ['the same again', changed(file('a', 5, 2)), { within: true, undo: false }],
    ['one line too many added', changed(file('a', 3, 5)), { within: true, undo: false }],
    ['one line too many removed', changed(file('a', 2, 6)), { within: true, undo: false }],
    ['a file more', changed(file('a', 2, 5), file('b', 0, 0)), { within: false, undo: false }],
    ['a rename from elsewhere', changed(file('a', 0, 0, 'b')), { within: false, undo: false }],
    ['nothing', changed(), { within: false, undo: false }],
    ['a short list', { ...changed(file('a', 2, 5)), expected: 2 }, { within: false, undo: false }],
    ['an incomplete list', { ...changed(file('a', 2, 5)), incomplete: 'truncated' }, { within: false, undo: false }],
  ])('%s', (_name, change, expected) => {
    expect({ within: staysWithin(change, ORIGINAL), undo: canUndo(change, ORIGINAL) }).toEqual(expected);
  });

  it('an original that is not whole proves nothing', () => {
    expect(staysWithin(changed(file('a', 1, 1)), { ...ORIGINAL, expected: 3 })).toBe(false);
  });
});
