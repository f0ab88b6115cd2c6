import { expect, it } from 'vitest';
import { selectsAll } from '../../../src/domain/risk/glob/selects-all.ts';

it.each<[string[], string[], boolean]>([
  [['docs/a.md', 'README.md'], ['docs/**', '**/*.md'], true],
  [['docs/a.md', 'src/a.ts'], ['docs/**', '**/*.md'], false],
  [['docs/a.md', 'docs/api.ts'], ['docs/**', '!docs/*.ts'], false],
  [[], ['docs/**'], true],
  [['a'], [], false],
])('%j by %j → %s', (paths, globs, expected) => {
  expect(selectsAll(paths, globs)).toBe(expected);
});
