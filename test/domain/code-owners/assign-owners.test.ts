import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignOwners } from '../../../src/domain/code-owners/assign-owners.ts';
import { parseCodeOwners } from '../../../src/domain/code-owners/parse-code-owners.ts';
import { matchGlob } from '../../../src/domain/risk/glob/match-glob.ts';

function ownersOf(text: string, path: string): readonly string[] {
  return assignOwners(parseCodeOwners(text), [path]).get(path) ?? [];
}

describe('parseCodeOwners and assignOwners', () => {
  it.each([
    ['everything', '* @acme/all', 'a/b.ts', ['acme/all']],
    ['the last line that fits', '* @acme/all\n*.ts @Acme/Web', 'a/b.ts', ['acme/web']],
    ['a line without owners takes out', '/apps/ @octo\n/apps/github', 'apps/github/x.rb', []],
    ['from the root', '/docs/ @docs', 'app/docs/a.md', []],
    ['a folder at any depth', 'apps/ @octo', 'x/apps/y/a.rb', ['octo']],
    ['a path with a slash starts at the root', 'build/logs/ @octo', 'x/build/logs/a.log', []],
    ['one level only', 'docs/* docs@example.com', 'docs/deep/a.md', []],
    ['one level', 'docs/* docs@example.com', 'docs/a.md', ['docs@example.com']],
    ['any depth', '**/logs @octo', 'build/logs/x.log', ['octo']],
    ['several owners, sorted', '*.go @z @acme/a', 'main.go', ['acme/a', 'z']],
    ['a comment after the owners', '*.go @a # @b', 'main.go', ['a']],
    ['a space in a name', 'my\\ docs/ @a', 'my docs/a.md', ['a']],
    ['no negation', '* @a\n!*.go @b', 'main.go', ['a']],
    ['no character ranges', '*.[ch] @a', 'x.c', []],
    ['braces are letters', '*.{c,h} @a', 'x.c', []],
    ['braces are letters', '/{a}/(b)/ @a', '{a}/(b)/c', ['a']],
    ['an owner that is none', '*.go someone', 'main.go', []],
    ['case counts', '/Docs/ @a', 'docs/a.md', []],
    ['Windows line ends and a mark', '\uFEFF* @a\r\n*.go @b\r\n', 'main.go', ['b']],
  ])('%s', (_, text, path, owners) => {
    expect(ownersOf(text, path)).toEqual(owners);
  });

  it('decides as trying every line from the last does, for whatever is written', () => {
    const word = fc.constantFrom(
      '*',
      '**',
      'a',
      'b',
      'a/',
      '/a',
      'a/b',
      '*.ts',
      '/b/*',
      '**/b',
      '!a',
      '[a]',
      '{',
      '\\',
      '#',
    );
    const line = fc
      .tuple(word, fc.constantFrom('', '@x', '@acme/y', 'nobody', '@x @y'))
      .map((parts) => parts.join(' '));
    const path = fc
      .array(fc.constantFrom('a', 'b', 'c.ts'), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.uniqueArray(path, { maxLength: 6 }), (lines, paths) => {
        const owners = parseCodeOwners(lines.join('\n'));
        const assigned = assignOwners(owners, paths);
        for (const one of paths) {
          const rule = owners.rules.findLast(({ glob }) => matchGlob(glob, one.split('/')));
          expect(assigned.get(one) ?? []).toEqual(rule?.owners ?? []);
        }
      }),
      { numRuns: 200, seed: 20261124 },
    );
  });

  it('reads whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        parseCodeOwners(text);
      }),
      { numRuns: 300, seed: 20261124 },
    );
    expect(parseCodeOwners('\0'.repeat(1_000)).rules).toEqual([]);
    expect(parseCodeOwners('x'.repeat(4_000_000)).rules).toEqual([]);
  });
});
