import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countReviewRounds, type ReviewEvent } from '../../../src/domain/exposure/count-review-rounds.ts';

const AUTHOR = 1;
const pullRequest = { authorId: AUTHOR, mergedAt: '2026-03-05T00:00:00Z' };
const review = (day: number, commitSha: string | null, changes: Partial<ReviewEvent> = {}): ReviewEvent => ({
  authorId: 2,
  byBot: false,
  commitSha,
  submittedAt: `2026-03-0${day}T00:00:00Z`,
  ...changes,
});

describe('review rounds', () => {
  it.each<[string, number, ReviewEvent[]]>([
    ['nobody looked', 0, []],
    ['one look', 1, [review(1, 'a')]],
    ['two people at one head are one round', 1, [review(1, 'a'), review(2, 'a', { authorId: 3 })]],
    ['an answer by commits opens the next', 2, [review(1, 'a'), review(2, 'b')]],
    ['in whatever order they are listed', 2, [review(3, 'b'), review(1, 'a'), review(2, 'a')]],
    ['back at a head that was looked at before', 3, [review(1, 'a'), review(2, 'b'), review(3, 'a')]],
    ["the author's own remarks are none", 0, [review(1, 'a', { authorId: AUTHOR })]],
    ['bots are none', 1, [review(1, 'a', { byBot: true }), review(2, 'b')]],
    ['after the merge is too late', 1, [review(1, 'a'), review(6, 'b')]],
    ['heads that are gone are taken for one', 1, [review(1, null), review(2, null)]],
  ])('%s: %i', (_, rounds, reviews) => {
    expect(countReviewRounds(reviews, pullRequest)).toBe(rounds);
  });

  it('are never more than the reviews, and the order of the list is nothing', () => {
    const reviews = fc.array(
      fc.record({
        authorId: fc.integer({ min: 1, max: 3 }),
        byBot: fc.boolean(),
        commitSha: fc.constantFrom('a', 'b', null),
        day: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(reviews, (drawn) => {
        // Distinct moments: at the same one, order is by the list.
        const events = drawn.map(({ day, ...rest }, index) => ({
          ...rest,
          submittedAt: `2026-03-0${day}T00:00:${String(index).padStart(2, '0')}Z`,
        }));
        const rounds = countReviewRounds(events, pullRequest);
        expect(rounds).toBeLessThanOrEqual(events.length);
        expect(countReviewRounds([...events].reverse(), pullRequest)).toBe(rounds);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
