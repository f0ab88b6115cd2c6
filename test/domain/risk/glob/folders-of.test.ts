import { expect, it } from 'vitest';
import { foldersOf } from '../../../../src/domain/risk/glob/folders-of.ts';

it.each([
  [['docs/postmortems/*.md'], ['docs/postmortems']],
  [['docs/postmortems/**', '!docs/postmortems/drafts/**'], ['docs/postmortems']],
  [['docs/postmortems/'], ['docs/postmortems']],
  [['docs/{en,ja}/incidents/*.md'], ['docs/en/incidents', 'docs/ja/incidents']],
  [['docs/*/incidents/*.md'], ['docs']],
  [['docs/outage.md'], ['docs']],
  [
    ['docs/*.md', 'docs/postmortems/*.md', 'documents/*.md'],
    ['docs', 'documents'],
  ],
  [['*.md', 'docs/*.md'], ['']],
  [['/POSTMORTEM.md'], ['']],
  [['!docs/**'], []],
  [[], []],
])('%j lie in %j', (patterns, folders) => {
  expect(foldersOf(patterns)).toEqual(folders);
});
