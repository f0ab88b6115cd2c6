/** What the author's words in one place amount to. */
export const STATEMENT_VERDICTS = ['filled', 'none', 'placeholder', 'missing'] as const;
export type StatementVerdict = (typeof STATEMENT_VERDICTS)[number];

/** The author's words, with 1-based inclusive lines of the normalised body. */
export interface Quote {
  readonly text: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/**
 * Something worth telling the author, as data; `render` gives it words in each language.
 * `field` is a field id, absent for the statement itself.
 */
export type Finding =
  | { readonly code: 'section-missing'; readonly headings: readonly string[] }
  | { readonly code: 'section-placeholder'; readonly heading: string; readonly line: number }
  | { readonly code: 'field-missing'; readonly field: string; readonly headings: readonly string[] }
  | { readonly code: 'field-placeholder'; readonly field: string; readonly line: number }
  | { readonly code: 'level-without-reason'; readonly field?: string; readonly text: string; readonly line: number }
  | { readonly code: 'none-without-reason'; readonly field?: string; readonly line: number }
  | {
      readonly code: 'sections-disagree';
      readonly lines: readonly number[];
      readonly verdicts: readonly StatementVerdict[];
    }
  | {
      readonly code: 'choose-exactly-one';
      readonly options: readonly string[];
      readonly chosen: number;
      readonly line: number;
    }
  | { readonly code: 'hidden-heading'; readonly where: 'comment' | 'code' | 'quote'; readonly line: number }
  | { readonly code: 'body-truncated'; readonly limit: number };

export type FindingCode = Finding['code'];

export interface FieldStatement {
  readonly verdict: StatementVerdict;
  readonly quote?: Quote;
  /** With `none`: what the author gave as the reason. */
  readonly reason?: string;
}

/** A pull request's impact statement, found and judged. */
export interface ImpactStatement extends FieldStatement {
  /** The heading that was judged, as the author wrote it. */
  readonly heading?: string;
  readonly fields: Readonly<Record<string, FieldStatement>>;
  readonly findings: readonly Finding[];
}
