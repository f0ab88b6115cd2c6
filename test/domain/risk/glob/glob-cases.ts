/** What a list of patterns selects and what it leaves, written by hand. */
export interface GlobCase {
  readonly patterns: readonly string[];
  readonly selects: readonly string[];
  readonly leaves: readonly string[];
  /** Why git's ignore rules answer some of these paths otherwise; absent: git agrees on every path. */
  readonly gitDiffers?: string;
}

export const GLOB_CASES: readonly GlobCase[] = [
  // A name without a slash: at any depth.
  {
    patterns: ['Gemfile.lock'],
    selects: ['Gemfile.lock', 'engines/a/Gemfile.lock'],
    leaves: ['Gemfile', 'Gemfile.lock.bak', 'gemfile.lock', 'xGemfile.lock'],
  },
  { patterns: ['docs'], selects: ['docs', 'docs/a.md', 'x/docs/y/z.md'], leaves: ['docsy/a.md', 'x/mydocs/a.md'] },
  {
    patterns: ['*.md'],
    selects: ['README.md', 'docs/a/b.md', '.md', '.hidden.md'],
    leaves: ['README.mdx', 'md', 'a.MD'],
  },
  {
    patterns: ['*.md'],
    selects: ['a.md'],
    leaves: ['notes.md/run.sh'],
    gitDiffers: 'a wildcard in the last segment selects files only',
  },
  { patterns: ['*'], selects: ['a', '.env'], leaves: [] },
  {
    patterns: ['test_*.py'],
    selects: ['test_a.py', 'x/y/test_.py'],
    leaves: ['test.py', 'a_test_b.py', 'test_a.pyc'],
  },
  // A slash anchors to the root.
  { patterns: ['/docs'], selects: ['docs', 'docs/a.md'], leaves: ['x/docs/a.md'] },
  { patterns: ['/*.md'], selects: ['README.md'], leaves: ['docs/README.md'] },
  {
    patterns: ['db/migrate'],
    selects: ['db/migrate', 'db/migrate/001.rb', 'db/migrate/a/b.rb'],
    leaves: ['x/db/migrate/001.rb', 'db/migrated', 'db/migrate2/1.rb', 'db'],
  },
  { patterns: ['/db/schema.rb'], selects: ['db/schema.rb'], leaves: ['engines/db/schema.rb', 'db/schema.rbx'] },
  // A trailing slash: what lies in a directory, never the path itself.
  { patterns: ['build/'], selects: ['build/a', 'x/build/a/b'], leaves: ['build', 'x/build', 'builder/a'] },
  { patterns: ['/build/'], selects: ['build/a'], leaves: ['build', 'x/build/a'] },
  { patterns: ['a/b/'], selects: ['a/b/c', 'a/b/c/d'], leaves: ['a/b', 'x/a/b/c'] },
  { patterns: ['test*/'], selects: ['tests/a.ts', 'x/testing/b/c.ts'], leaves: ['tests', 'mytest/a.ts'] },
  { patterns: ['a/*/'], selects: ['a/b/c', 'a/b/c/d'], leaves: ['a/b', 'b/c/d'] },
  // One star stays inside a segment.
  { patterns: ['app/*.rb'], selects: ['app/a.rb', 'app/.rb'], leaves: ['app/x/a.rb', 'a.rb', 'app/a.rbx'] },
  { patterns: ['app/*/a.rb'], selects: ['app/x/a.rb'], leaves: ['app/a.rb', 'app/x/y/a.rb'] },
  {
    patterns: ['docs/*'],
    selects: ['docs/a.md', 'docs/.hidden'],
    leaves: ['docs', 'x/docs/a.md'],
  },
  {
    patterns: ['docs/*'],
    selects: ['docs/a.md'],
    leaves: ['docs/sub/a.md'],
    gitDiffers: 'a wildcard in the last segment selects files only',
  },
  { patterns: ['a*b*c'], selects: ['abc', 'aXbYc', 'x/abbc', 'abcbc'], leaves: ['ab', 'abcd', 'a/b/c'] },
  { patterns: ['a/b*'], selects: ['a/b', 'a/bc', 'a/b.c'], leaves: ['a/cb', 'ab'] },
  { patterns: ['*a'], selects: ['a', 'ba', 'x/aa'], leaves: ['ab'] },
  { patterns: ['**foo'], selects: ['foo', 'xfoo', 'a/xfoo'], leaves: ['foox'] },
  { patterns: ['a**b/c'], selects: ['ab/c', 'axxb/c'], leaves: ['a/b/c', 'ax/xb/c'] },
  { patterns: ['a/***/b'], selects: ['a/b', 'a/x/b', 'a/x/y/b'], leaves: ['b'] },
  // Two stars are any number of segments, none included.
  {
    patterns: ['**/*.rb'],
    selects: ['a.rb', 'x/a.rb', 'x/y/.rb'],
    leaves: ['a.rbs', 'x/a.rb.txt'],
  },
  { patterns: ['app/**'], selects: ['app/a', 'app/x/y/z.rb', 'app/.env'], leaves: ['app', 'x/app/a', 'apps/a'] },
  { patterns: ['app/**/*.rb'], selects: ['app/a.rb', 'app/x/y/a.rb'], leaves: ['lib/a.rb', 'app/a.py', 'x/app/a.rb'] },
  { patterns: ['a/**/b'], selects: ['a/b', 'a/x/b', 'a/x/y/b', 'a/b/c'], leaves: ['b', 'a/xb', 'x/a/b'] },
  {
    patterns: ['a/**/b/**/c.ts'],
    selects: ['a/b/c.ts', 'a/1/b/2/3/c.ts', 'a/b/b/c.ts'],
    leaves: ['a/c.ts', 'a/b/c.tsx', 'b/c.ts'],
  },
  { patterns: ['**/logs'], selects: ['logs', 'logs/a', 'x/logs/b/c'], leaves: ['xlogs/a', 'log'] },
  { patterns: ['**/logs/**'], selects: ['logs/a', 'x/logs/b/c'], leaves: ['logs', 'x/logs'] },
  { patterns: ['**/a/*/c'], selects: ['a/b/c', 'x/y/a/b/c'], leaves: ['a/c', 'a/b/b/c'] },
  { patterns: ['**'], selects: ['a', 'a/b', '.github/x'], leaves: [] },
  { patterns: ['**/'], selects: ['a/b', 'a/b/c'], leaves: ['a'] },
  { patterns: ['/**'], selects: ['a', 'a/b'], leaves: [] },
  { patterns: ['a/**/**/b'], selects: ['a/b', 'a/x/y/b'], leaves: ['b'] },
  { patterns: ['a/**/'], selects: ['a/b/c', 'a/b/c/d'], leaves: ['a', 'a/b'] },
  { patterns: ['**/x/y'], selects: ['x/y', 'a/x/y', 'a/x/y/z'], leaves: ['x/a/y', 'y'] },
  // One character.
  { patterns: ['a?c'], selects: ['abc', 'x/a.c'], leaves: ['ac', 'abbc', 'a/c'] },
  { patterns: ['v?/*.sql'], selects: ['v1/a.sql'], leaves: ['v10/a.sql', 'v/a.sql'] },
  {
    patterns: ['?.txt'],
    selects: ['é.txt', '🚒.txt', '消.txt'],
    leaves: ['ab.txt', '.txt'],
    gitDiffers: 'git compares bytes, and these characters have several',
  },
  // Classes.
  { patterns: ['[abc].ts'], selects: ['a.ts', 'x/c.ts'], leaves: ['d.ts', 'ab.ts', '.ts'] },
  { patterns: ['v[0-9]/**'], selects: ['v1/a', 'v9/b/c'], leaves: ['vx/a', 'v10/a'] },
  { patterns: ['[!a]b'], selects: ['xb', '!b'], leaves: ['ab', 'b', 'a/b/c'] },
  { patterns: ['x[^0-9]'], selects: ['xa', 'x^'], leaves: ['x1', 'x'] },
  { patterns: ['x[]y]z'], selects: ['x]z', 'xyz'], leaves: ['xaz', 'x[]y]z'] },
  { patterns: ['x[!]]z'], selects: ['xaz'], leaves: ['x]z'] },
  { patterns: ['x[a-]z'], selects: ['xaz', 'x-z'], leaves: ['xbz'] },
  { patterns: ['x[\\]]z'], selects: ['x]z'], leaves: ['x\\z'] },
  { patterns: ['[[:digit:]]*.sql'], selects: ['001_a.sql', 'x/7.sql'], leaves: ['a1.sql'] },
  { patterns: ['[[:upper:][:digit:]_]x'], selects: ['Ax', '3x', '_x'], leaves: ['ax', 'x'] },
  { patterns: ['a[!x]b'], selects: ['ayb'], leaves: ['axb', 'a/b'] },
  // Escapes, and the characters that mean something only at the start.
  { patterns: ['\\!important'], selects: ['!important', 'x/!important'], leaves: ['important', '\\!important'] },
  { patterns: ['\\#notes'], selects: ['#notes'], leaves: ['notes'] },
  { patterns: ['a\\*b'], selects: ['a*b'], leaves: ['axb', 'a\\*b'] },
  { patterns: ['a\\?b'], selects: ['a?b'], leaves: ['axb'] },
  { patterns: ['app/\\[id\\]/page.tsx'], selects: ['app/[id]/page.tsx'], leaves: ['app/i/page.tsx', 'app/d/page.tsx'] },
  { patterns: ['app/(auth)/**'], selects: ['app/(auth)/a.ts'], leaves: ['app/auth/a.ts'] },
  { patterns: ['a!b'], selects: ['a!b'], leaves: ['ab'] },
  { patterns: ['a\\\\b'], selects: ['a\\b'], leaves: ['ab'] },
  {
    patterns: ['#notes'],
    selects: ['#notes'],
    leaves: ['notes'],
    gitDiffers: 'a list in YAML has no comment lines inside its strings',
  },
  // White space.
  { patterns: ['a b.txt'], selects: ['a b.txt', 'x/a b.txt'], leaves: ['ab.txt', 'a  b.txt'] },
  { patterns: ['a.txt  '], selects: ['a.txt'], leaves: ['a.txt  '] },
  { patterns: ['a\\ '], selects: ['a '], leaves: ['a', 'a\\ '] },
  { patterns: [' a'], selects: [' a'], leaves: ['a'] },
  // Hidden names are names.
  { patterns: ['.github/**'], selects: ['.github/workflows/ci.yml'], leaves: ['github/a', 'x/.github/a'] },
  { patterns: ['**/.*'], selects: ['.env', 'a/.eslintrc'], leaves: ['env', 'a.b'] },
  { patterns: ['*rc'], selects: ['.npmrc', 'x/.babelrc'], leaves: ['.npmrc.bak'] },
  // Case counts.
  { patterns: ['DB/**'], selects: ['DB/a'], leaves: ['db/a', 'Db/a'] },
  // Braces, written out before anything else is read.
  {
    patterns: ['*.{ts,tsx}'],
    selects: ['a.ts', 'x/b.tsx'],
    leaves: ['a.js', 'a.tsxx'],
    gitDiffers: 'git has no braces',
  },
  {
    patterns: ['{app,lib}/**/*.rb'],
    selects: ['app/a.rb', 'lib/x/b.rb'],
    leaves: ['web/a.rb', 'x/app/a.rb'],
    gitDiffers: 'git has no braces',
  },
  {
    patterns: ['a{,b}/c'],
    selects: ['a/c', 'ab/c'],
    leaves: ['abb/c', 'a{,b}/c'],
    gitDiffers: 'git has no braces',
  },
  {
    patterns: ['{a,b{c,d}}.x'],
    selects: ['a.x', 'bc.x', 'bd.x'],
    leaves: ['b.x', 'c.x'],
    gitDiffers: 'git has no braces',
  },
  {
    patterns: ['v{1..3}.sql'],
    selects: ['v1.sql', 'v2.sql', 'v3.sql'],
    leaves: ['v4.sql', 'v.sql'],
    gitDiffers: 'git has no braces',
  },
  { patterns: ['{08..11}'], selects: ['08', '09', '10', '11'], leaves: ['8', '12'], gitDiffers: 'git has no braces' },
  { patterns: ['{c..a}'], selects: ['a', 'b', 'c'], leaves: ['d'], gitDiffers: 'git has no braces' },
  {
    patterns: ['{docs/**,*.md}'],
    selects: ['docs/a.png', 'x/y.md'],
    leaves: ['x/docs/a.png'],
    gitDiffers: 'git has no braces',
  },
  { patterns: ['{{name}}/a'], selects: ['{{name}}/a'], leaves: ['name/a'] },
  { patterns: ['{a}'], selects: ['{a}'], leaves: ['a'] },
  { patterns: ['\\{a,b\\}'], selects: ['{a,b}'], leaves: ['a', 'b'] },
  { patterns: ['x[{,}]y'], selects: ['x{y', 'x,y'], leaves: ['xy'] },
  // Names beyond ASCII are compared in NFC.
  { patterns: ['資料/**'], selects: ['資料/a.md', '資料/深い/b.md'], leaves: ['資/a.md'] },
  {
    patterns: ['caf\u00e9/**'],
    selects: ['caf\u00e9/a', 'cafe\u0301/b'],
    leaves: ['cafe/a'],
    gitDiffers: 'git compares bytes',
  },
  {
    patterns: ['cafe\u0301.md'],
    selects: ['caf\u00e9.md', 'cafe\u0301.md'],
    leaves: ['cafe.md'],
    gitDiffers: 'git compares bytes',
  },
  // The last pattern that matches decides.
  {
    patterns: ['db/migrate/**', '!**/*_test.rb'],
    selects: ['db/migrate/1.rb'],
    leaves: ['db/migrate/1_test.rb', 'a_test.rb'],
  },
  { patterns: ['*.rb', '!a.rb', 'x/a.rb'], selects: ['b.rb', 'x/a.rb'], leaves: ['a.rb', 'y/a.rb'] },
  { patterns: ['!a.rb', '*.rb'], selects: ['a.rb', 'b.rb'], leaves: ['a.py'] },
  {
    patterns: ['**', '!docs/**', 'docs/api/*.md'],
    selects: ['a', 'docs/api/x.md'],
    leaves: ['docs/a.md'],
    gitDiffers: 'git never looks inside a directory that it ignores',
  },
  { patterns: ['a', '!a'], selects: [], leaves: ['a', 'x/a'] },
  { patterns: ['!!a', 'b'], selects: ['b'], leaves: ['!a', 'a'] },
  {
    patterns: ['db/', '!db/seeds/**'],
    selects: ['db/schema.rb', 'db/migrate/1.rb'],
    leaves: ['db/seeds/a.rb'],
    gitDiffers: 'git never looks inside a directory that it ignores',
  },
  {
    patterns: ['vendor', '!vendor/own', 'vendor/own/tmp/'],
    selects: ['vendor/a/b', 'vendor/own/tmp/x'],
    leaves: ['vendor/own/a.rb', 'vendor/own'],
    gitDiffers: 'git never looks inside a directory that it ignores',
  },
];
