import { describe, expect, it } from 'vitest';
import { distinctReferences, withoutQuotes } from '../../../src/domain/statement/pull-request-reference.ts';

describe('withoutQuotes', () => {
  it.each([
    ['a', 'a'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a<!-- b -->c<!-- d --> e', 'a c  e'],
    ['a<!-- b', 'a '],
    ['a --> b', 'a --> b'],
    ['a\n> b\n  > c\nd > e', 'a\n\n\nd > e'],
    ['a\n```\nb\n```\nc', 'a\n\nc'],
    ['a\n  ~~~\nb ~~~ c\n  ~~~\nd', 'a\n\nd'],
    ['a\n```\nb', 'a\n'],
    ['a ~~~ b\nc', 'a ~~~ b\nc'],
    ['a `b` c', 'a   c'],
  ])('%j', (text, rest) => expect(withoutQuotes(text)).toBe(rest));
});

describe('distinctReferences', () => {
  it('keeps each pull request once, named ones before bare ones', () => {
    expect(
      distinctReferences([
        ...[{ number: 1 }, { number: 1 }, { number: 0 }, { number: 2 }],
        ...[
          { repository: 'a/b', number: 2 },
          { repository: 'A/B', number: 2 },
          { repository: 'c/d', number: 2 },
        ],
      ]),
    ).toEqual([{ number: 1 }, { repository: 'a/b', number: 2 }, { repository: 'c/d', number: 2 }]);
  });
});
