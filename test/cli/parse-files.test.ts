import { describe, expect, it } from 'vitest';
import { CliError } from '../../src/cli/cli-error.ts';
import { parseFiles } from '../../src/cli/parse-files.ts';
import { cliTexts } from '../../src/cli/texts/cli-texts.ts';
import { unquoteGitPath } from '../../src/cli/unquote-git-path.ts';

const { error } = cliTexts('en');
const parse = (text: string) => parseFiles(text, error);
const modified = { status: 'modified', additions: 0, deletions: 0 };

describe('changed files, in any form that is at hand', () => {
  it.each([
    ['paths', 'a.ts\r\n\n  b c.ts\n', [{ path: 'a.ts' }, { path: 'b c.ts' }]],
    ['a path that git quotes', '"docs/\\346\\227\\245\\"\\t.md"\n', [{ path: 'docs/日"\t.md' }]],
    [
      '--name-status',
      'A\ta.ts\nM\tb.ts\nD\tc.ts\nT\td.ts',
      [
        { path: 'a.ts', status: 'added' },
        { path: 'b.ts' },
        { path: 'c.ts', status: 'removed' },
        { path: 'd.ts', status: 'changed' },
      ],
    ],
    [
      '--name-status, moved',
      'R087\told.ts\tnew.ts\nC100\ta.ts\tb.ts',
      [
        { path: 'new.ts', previousPath: 'old.ts', status: 'renamed' },
        { path: 'b.ts', previousPath: 'a.ts', status: 'copied' },
      ],
    ],
    ['--numstat', '12\t3\ta.ts\n-\t-\tlogo.png', [{ path: 'a.ts', additions: 12, deletions: 3 }, { path: 'logo.png' }]],
    [
      '--numstat, moved',
      '1\t0\told.ts => new.ts\n0\t0\tapp/{a => b}/x.ts\n0\t0\tapp/{ => b}/y.ts\n0\t0\tapp/{a => }/z.ts',
      [
        { path: 'new.ts', previousPath: 'old.ts', status: 'renamed', additions: 1 },
        { path: 'app/b/x.ts', previousPath: 'app/a/x.ts', status: 'renamed' },
        { path: 'app/b/y.ts', previousPath: 'app/y.ts', status: 'renamed' },
        { path: 'app/z.ts', previousPath: 'app/a/z.ts', status: 'renamed' },
      ],
    ],
    [
      'JSON paths',
      '["a.ts", {"path": "b.ts", "status": "removed", "deletions": 4}]',
      [{ path: 'a.ts' }, { path: 'b.ts', status: 'removed', deletions: 4 }],
    ],
    [
      'JSON, moved',
      ' [{"path": "b.ts", "previousPath": "a.ts", "status": "renamed"}]',
      [{ path: 'b.ts', previousPath: 'a.ts', status: 'renamed' }],
    ],
    ['nothing', '', []],
    ['an empty list', '[]', []],
  ])('%s', (_name, text, expected) => {
    expect(parse(text)).toEqual(expected.map((file) => ({ ...modified, ...file })));
  });

  it.each([
    ['a rename with one name', 'R100\told.ts', /Line 1 .*R100/],
    ['two names without a rename', 'ok.ts\nM\ta.ts\tb.ts', /Line 2 /],
    ['letters that git does not use', 'Q\ta.ts', /Line 1 /],
    ['an object in JSON', '[{"file": "a.ts"}]', /JSON of the files is not understood: 0/],
    ['half of JSON', '["a.ts"', /JSON of the files is not understood/],
    ['numbers in JSON', '[1]', /JSON of the files is not understood/],
    ['less than nothing', '[{"path": "a", "additions": -1}]', /JSON of the files is not understood/],
  ])('refuses %s', (_name, text, message) => {
    expect(() => parse(text)).toThrow(CliError);
    expect(() => parse(text)).toThrow(message);
  });
});

describe('paths as git quotes them', () => {
  it.each([
    ['plain.ts', 'plain.ts'],
    ['"a b"', 'a b'],
    ['"\\a\\b\\f\\n\\r\\v\\\\"', '\u0007\b\f\n\r\v\\'],
    ['"日本"', '日本'],
    ['"', '"'],
    ['"open', '"open'],
    ['""', ''],
  ])('%j is %j', (quoted, path) => {
    expect(unquoteGitPath(quoted)).toBe(path);
  });
});
