export const VERDICTS = ['improved', 'cannot-tell', 'worse'] as const;
export type VerdictAnswer = (typeof VERDICTS)[number];

/** One condition of the verdict, with the numbers that it was judged on; `render` gives it words. */
export type VerdictCondition =
  | { readonly code: 'started'; readonly holds: boolean; readonly because: string | null }
  | { readonly code: 'windows'; readonly holds: boolean; readonly daysBefore: number; readonly daysAfter: number }
  | { readonly code: 'sole-action'; readonly holds: boolean; readonly overlapping: readonly string[] }
  | { readonly code: 'estimable'; readonly holds: boolean; readonly because: string | null }
  | { readonly code: 'interval'; readonly holds: boolean; readonly lower: number | null; readonly upper: number | null }
  | {
      readonly code: 'guarded-interval';
      readonly holds: boolean;
      readonly lower: number | null;
      readonly upper: number | null;
      readonly because: string | null;
    }
  | { readonly code: 'worst-case-links'; readonly holds: boolean; readonly ratio: number | null }
  | {
      readonly code: 'beyond-placebos';
      readonly holds: boolean;
      readonly dates: number;
      readonly share: number | null;
    };

export interface Verdict {
  readonly answer: VerdictAnswer;
  /** The side that was judged: the one on which the estimate lies. */
  readonly direction: 'improved' | 'worse';
  readonly conditions: readonly VerdictCondition[];
  /** Those that failed, first the one to say. Empty unless *cannot tell*. */
  readonly failed: readonly VerdictCondition[];
}
