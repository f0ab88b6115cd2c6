import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/domain/statement/document.ts';
import { wantedKeys } from '../../../src/domain/statement/heading-key.ts';
import { normaliseBody } from '../../../src/domain/statement/normalise-body.ts';
import { closingKeys, readTemplateSection, withoutTemplate } from '../../../src/domain/statement/template-section.ts';

const read = (template: string) => readDocument(normaliseBody(template), wantedKeys(['Risk', 'Tests', 'More']));
const sectionOf = (template: string) => readTemplateSection(read(template), ['risk']);

describe('readTemplateSection', () => {
  it.each([
    // Everything of the section itself, and of the rest what has three words.
    [
      '## Risk\n\nWhat can break?\nSay why!\n\n## Tests\n\nhow it ran\n\ntwo words\n\n<!-- a b c d -->\n',
      ['what can break', 'how it ran', 'what can break say why', 'say why'],
    ],
    ['## Risk\n\nWhy: it is\n\n### a\n\n<!-- b -->\n', ['why it is', 'it is', 'a']],
    ['One two three.\n\n- Yes\n\n<!-- a b c -->', ['one two three']],
    ['## Risk\n\n---\n\n## Tests\n\na\n', []],
  ])('texts of %j', (template, texts) => expect([...sectionOf(template).texts].sort()).toEqual([...texts].sort()));

  it('has the prompts of three words and more, longest first', () => {
    expect(sectionOf('## Risk\n\nOne two\n\none two three\n\n- One two three four\n\nfive').prompts).toEqual([
      'one two three four',
      'one two three',
    ]);
    const many = Array.from({ length: 61 }, (_, index) => `- one two ${index}`).join('\n');
    expect(sectionOf(`## Risk\n\n${many}`).prompts).toHaveLength(60);
  });

  it('has boxes with what they are nested in, and items by themselves', () => {
    const { options } = sectionOf('## Risk\n\n- [ ] Low\n- [ ] the API\n  - [ ] of it\n- Yes\n- maybe so\n  - no\n\na');
    expect(options).toEqual([
      { key: 'low', box: true, stance: true },
      { key: 'the api', box: true, stance: false },
      { key: 'the api of it', box: true, stance: false },
      { key: 'yes', box: false, stance: true },
      { key: 'maybe so', box: false, stance: false },
      { key: 'no', box: false, stance: true },
    ]);
  });

  it('has nothing of a template without the section but its longer lines', () => {
    expect(readTemplateSection(undefined, ['risk'])).toEqual({ texts: new Set(), prompts: [], options: [] });
    expect(sectionOf('- [ ] a\n\none two three')).toMatchObject({ prompts: [], options: [] });
  });
});

describe('withoutTemplate', () => {
  const section = sectionOf('## Risk\n\nSay what breaks. Be short!\n\nSay what breaks\n');
  it.each([
    ['Say what breaks. Be short! The importer.', 'The importer.'],
    ['The importer. Say what breaks', 'The importer.'],
    ['say WHAT breaks: importer', ': importer'],
    ['The importer.', 'The importer.'],
    ['Say what breaks', 'Say what breaks'],
  ])('%j', (text, rest) => expect(withoutTemplate(text, section)).toBe(rest));
});

describe('closingKeys', () => {
  const closers = (template: string, fields: readonly string[] = []) => {
    const document = read(template);
    const mark = document.marks.find(({ keys }) => keys.includes('risk'));
    if (!mark) throw new Error('The template has no heading Risk.');
    return [...closingKeys(document, mark, new Set(fields))];
  };

  it.each([
    [
      'what stands behind a prompt, and outside',
      '## Risk\n\na b c\n\n**More**\n\nb\n\nTests: c\n\n## Other',
      ['more', 'tests', 'other'],
    ],
    ['not what stands before the first prompt', '## Risk\n\n**More**\n\na\n\n**Tests**', ['tests']],
    ['not behind a comment', '## Risk\n\n<!-- a -->\n\n**More**', []],
    ['no headings and items inside', '## Risk\n\na\n\n### More\n\n- Tests: b\n\n**x / y**', ['x / y']],
    [
      'no folds and rows',
      '## Risk\n\na\n\n<details><summary>More</summary>\n\n</details>\n\n| Tests | b |\n|---|---|',
      [],
    ],
    ['not its own heading again', '## Risk\n\na\n\n**Risk**', []],
    ['a heading with two sides by its whole', '## Risk\n\na\n\n**More / Tests**', ['more / tests']],
  ])('%s', (_, template, keys) => expect(closers(template)).toEqual(keys));

  it('leaves fields inside', () => {
    expect(closers('**More**\n\na\n\n## Risk\n\nb\n\n**Tests**', ['tests'])).toEqual(['more']);
  });
});
