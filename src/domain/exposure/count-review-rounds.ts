/** A review as it was submitted. */
export interface ReviewEvent {
  readonly authorId: number;
  readonly byBot: boolean;
  /** The head that was looked at; `null` when it is gone since. */
  readonly commitSha: string | null;
  /** ISO 8601 in UTC. */
  readonly submittedAt: string;
}

/**
 * How often a pull request went to its reviewers: reviews of one head, by whomever, are one round; the author's answer
 * by new commits opens the next. The author's own remarks and those of bots are no reviews, and what is said after the
 * merge came too late to be a round.
 */
export function countReviewRounds(
  reviews: readonly ReviewEvent[],
  pullRequest: { readonly authorId: number; readonly mergedAt: string },
): number {
  const merged = Date.parse(pullRequest.mergedAt);
  const counted = reviews
    .filter(({ authorId, byBot, submittedAt }) => {
      return !byBot && authorId !== pullRequest.authorId && Date.parse(submittedAt) <= merged;
    })
    .sort((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt));
  return counted.filter((review, index) => index === 0 || counted[index - 1]?.commitSha !== review.commitSha).length;
}
