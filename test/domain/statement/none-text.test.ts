import { describe, expect, it } from 'vitest';
import { readNone } from '../../../src/domain/statement/none-text.ts';

const plain = (reason?: string) => ({ strength: 'plain', ...(reason === undefined ? {} : { reason }) });
const sentence = (reason?: string) => ({ strength: 'sentence', ...(reason === undefined ? {} : { reason }) });

describe('a bare none', () => {
  it.each([
    'None',
    'none.',
    'None!',
    'none --',
    ' *None* ',
    '((none))',
    '"None"',
    'n/a',
    'N/A:',
    'NA',
    '- None',
    '（なし）',
    '「なし」',
  ])('%j', (text) => expect(readNone(text)).toEqual(plain()));

  it.each([
    ['none - it is off', 'it is off'],
    ['None -- it is off', 'it is off'],
    ['None — it is off', 'it is off'],
    ['none, it is off', 'it is off'],
    ['None.It is off', 'It is off'],
    ['N.A., docs only', 'docs only'],
    ['NA: docs only', 'docs only'],
    ['None ((docs only))', 'docs only'],
    ['None (docs only )', 'docs only'],
    ['Nothing; docs only', 'docs only'],
    ['Not applicable (docs only)', 'docs only'],
    ['None, but docs only', 'but docs only'],
    ['None that I know of, it is off', 'it is off'],
    ["None that I'm aware of, it is off", 'it is off'],
    ['None I can see, it is off', 'it is off'],
    ['None expected, it is off', 'it is off'],
    ['None at this time: it is off', 'it is off'],
    ['特になし。文書のみ', '文書のみ'],
    ['今のところ影響はありません（文書のみ）', '文書のみ'],
    ['なしです、文書のみ', '文書のみ'],
    ['なし 文書のみの変更', '文書のみの変更'],
    ['没有。仅改文档', '仅改文档'],
    ['无 仅改文档文字', '仅改文档文字'],
    ['없음, 문서만 변경', '문서만 변경'],
    ['해당없음 - 문서만 변경', '문서만 변경'],
    ['해당 없음 (문서만 변경)', '문서만 변경'],
    ['해당사항없음. 문서만 변경', '문서만 변경'],
    ['해당 사항 없음. 문서만 변경', '문서만 변경'],
    ['아니요. 문서만 변경', '문서만 변경'],
    ['아니오. 문서만 변경', '문서만 변경'],
  ])('and why: %j', (text, reason) => expect(readNone(text)).toEqual(plain(reason)));

  // One word is no reason.
  it.each([
    'None: docs',
    'None that I know of',
    'None known',
    'None so far',
    'None identified',
    'nothing really',
    'None (',
  ])('and nothing more: %j', (text) => expect(readNone(text)).toEqual(plain()));
});

describe('a sentence that denies', () => {
  it.each([
    'There is no impact',
    'There is no impact.',
    '((No impact',
    'This does not change behaviour',
    'I don’t expect any impact',
    'No impact on v1.2 users',
    'No breaking changes',
    'No impact, x',
    '影響はありません',
    '影響はないと思います',
  ])('%j', (text) => expect(readNone(text)).toEqual(sentence()));

  it.each([
    ['No impact, docs only', 'No impact, docs only'],
    ['No impact,docs', 'No impact,docs'],
    ['No impact because it is off', 'No impact because it is off'],
    ['No impact. Docs only here.', 'Docs only here.'],
    ['No impact! It is off.', 'It is off.'],
    ['No impact. "Docs only."', '"Docs only."'],
    ['No impact. 2 pages change their font.', '2 pages change their font.'],
    ['No impact. Docs', 'No impact.'],
    ['No impact, i.e. Nobody sees it.', 'No impact, i.e. Nobody sees it.'],
    ['画面に影響はありません。文書のみの変更です。', '文書のみの変更です。'],
    ['No breaking change. Renames one file.', 'Renames one file.'],
    ['No breaking change. Renames a private file.', 'Renames a private file.'],
    ['There is no breaking change. Renames a file of the build.', 'Renames a file of the build.'],
    ['A pure renaming, so no risk.', 'A pure renaming, so no risk.'],
    ['It’s off, so no impact', 'It’s off, so no impact'],
    [`${'a '.repeat(22)}, so no risk`, `${'a '.repeat(22)}, so no risk`],
  ])('and why: %j', (text, reason) => expect(readNone(text)).toEqual(sentence(reason)));
});

describe('not a none', () => {
  it.each([
    '',
    '---',
    'The importer stops.',
    'None, but it is off',
    'None of the users',
    'No longer needed',
    'No matter what',
    'No more risk',
    'No breaking change. Adds an index on orders.',
    'No breaking change, but sessions end.',
    'No impact. It may end sessions, but only some.',
    'A renaming, so no risk. The importer stops.',
    'It adds a table, so no risk',
    `${'a '.repeat(23)}, so no risk`,
    '影響は少ない',
    '影響はないかもしれない',
    '影響なしとは言えない',
    '画面の色。なし',
  ])('%j', (text) => expect(readNone(text)).toBeUndefined());

  it('is a text of more than 4,000 characters', () => {
    expect(readNone('none'.padEnd(4_000))).toEqual(plain());
    expect(readNone('none'.padEnd(4_001))).toBeUndefined();
  });
});
