export interface CauseMatch {
  readonly certainty: 'stated' | 'hedged';
  /** First and last token of the words that state it, inclusive. */
  readonly from: number;
  readonly to: number;
}
