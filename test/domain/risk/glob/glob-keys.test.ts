import { describe, expect, it } from 'vitest';
import { compileGlobs } from '../../../../src/domain/risk/glob/compile-globs.ts';
import { keysOf } from '../../../../src/domain/risk/glob/glob-keys.ts';

/** `node:name bucket:name test` for each key, the halves of a pattern (file, below) apart. */
function describeKeys(pattern: string): readonly (readonly string[])[] {
  const halves = compileGlobs([pattern]).globs[0]?.alternatives.flatMap(keysOf) ?? [];
  return halves.map((keys) =>
    keys.map(
      ({ node, nodeName, bucket, bucketName, test }) => `${node}:${nodeName} ${bucket}:${bucketName} ${test.kind}`,
    ),
  );
}

describe('a pattern leads to where little is left to test', () => {
  it.each([
    // Nothing is left to test.
    ['**', [['root: below: nothing']]],
    ['db/migrate/**', [['directory:db/migrate below: nothing']]],
    ['/db/', [['directory:db below: nothing']]],
    ['build/', [['segment:build below: nothing']]],
    ['go.sum', [['root: name:go.sum nothing'], ['segment:go.sum below: nothing']]],
    // The name, or the directory and the name.
    ['*.md', [['root: extension:md name']]],
    ['*_test.rb', [['root: extension:rb name']]],
    ['*rc', [['root: rest: name']]],
    ['*.', [['root: extension: name']]],
    ['a.md?', [['root: rest: name']]],
    ['app/**/*.rb', [['directory:app extension:rb name']]],
    ['app/*.rb', [['directory:app extension:rb directory-and-name']]],
    ['/*.rb', [['root: extension:rb path']]],
    ['a/b', [['directory:a name:b directory-and-name'], ['directory:a/b below: nothing']]],
    // The whole path.
    ['app/*/x/*.rb', [['directory:app extension:rb path', 'segment:x extension:rb path']]],
    ['**/x/**/y/*', [['root: rest: path', 'segment:x rest: path', 'segment:y rest: path']]],
    ['**/a/b/', [['segment:a rest: path', 'segment:b rest: path', 'root: rest: path']]],
    ['a/**/b/', [['segment:b rest: path', 'directory:a rest: path']]],
    ['test*/', [['root: rest: path']]],
    ['**/x?/', [['root: rest: path']]],
    ['x/*/', [['directory:x rest: path']]],
  ])('%s', (pattern, keys) => {
    expect(describeKeys(pattern)).toEqual(keys);
  });

  it('knows the directory and the name that it asks for', () => {
    const [[key] = []] = compileGlobs(['lib/core/*.rb']).globs[0]?.alternatives.flatMap(keysOf) ?? [];
    expect(key).toMatchObject({
      test: { kind: 'directory-and-name', directory: 'lib/core', name: { minLength: 3 } },
      path: { selects: 'file' },
    });
  });

  it('splits what selects a file or what is below into both', () => {
    const halves = compileGlobs(['**/a/b']).globs[0]?.alternatives.flatMap(keysOf) ?? [];
    expect(halves.map(([key]) => key?.path.selects)).toEqual(['file', 'below']);
  });
});
