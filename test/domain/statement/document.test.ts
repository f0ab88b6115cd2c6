import { describe, expect, it } from 'vitest';
import { readDocument, templateHeadingKeys } from '../../../src/domain/statement/document.ts';
import { normaliseBody } from '../../../src/domain/statement/normalise-body.ts';

const keysOf = (template: string) => [...templateHeadingKeys(readDocument(normaliseBody(template), new Set()))];

describe('templateHeadingKeys', () => {
  it('knows headings and bold lines by what stands before their options, labels by themselves', () => {
    expect(keysOf('## Risk level: low | high\n\n**Other: a**\n\nLabel: b\n\na\n\n- Item: c')).toEqual([
      ...['risk level', 'other', 'label', 'item'],
    ]);
  });

  it.each([
    ['Side effects\n\n- a', ['side effects']],
    ['Side effects\n\n- [ ] a', ['side effects']],
    ['Side effects\n[ ] a', ['side effects']],
    ['Side effects\n\n<!-- a -->\n\n- b', ['side effects']],
    ['影響\n\n- a', ['影響']],
    [`A${'a'.repeat(59)}\n\n- a`, [`a${'a'.repeat(59)}`]],
  ])('a short line above a list is one: %j', (template, keys) => expect(keysOf(template)).toEqual(keys));

  it.each([
    'Side effects',
    'Side effects\n\na',
    'Side effects\n\nb\n\n- a',
    'Side effects\n\n<!-- a -->\n\n<!-- b -->\n\n- c',
    'side effects\n\n- a',
    '1 Side effect\n\n- a',
    'Side, effects\n\n- a',
    'Side effects.\n\n- a',
    'Side *effects*\n\n- a',
    '> Side effects\n\n- a',
    '- Side\n\n  - a',
    '[ ] Side\n- a',
    'a\nSide effects\n- a',
    '```\nSide\n```\n\n- a',
    `A${'a'.repeat(60)}\n\n- a`,
    '?!:',
  ])('no other line is: %j', (template) => expect(keysOf(template)).toEqual([]));
});
