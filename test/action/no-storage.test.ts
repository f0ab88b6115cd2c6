import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';
import { readImports } from '../support/read-imports.ts';

function reachedFrom(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { specifier, typeOnly } of readImports(file)) {
    if (typeOnly) continue;
    if (specifier.startsWith('.')) reachedFrom(normalize(join(dirname(file), specifier)), seen);
    else seen.add(specifier);
  }
  return seen;
}

it('the Action reaches no storage, queue or server', () => {
  const reached = [...reachedFrom('src/action.ts')];
  expect(
    reached.filter((file) => /^src\/(storage|queue|web|webhooks|open-database)|sqlite|kysely|^pg$|probot/.test(file)),
  ).toEqual([]);
  expect(reached).toContain('src/usecases/look-at.ts');
});
