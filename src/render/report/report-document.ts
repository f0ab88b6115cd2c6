import type { VerdictAnswer } from '../../domain/improvement/verdict.ts';

/** Plain words, escaped by who writes them out; with `href` (https) a link; `code` is to be typed as it stands. */
export type Phrase = string | { readonly text: string; readonly href: string | null } | { readonly code: string };

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Phrase[])[];
  /** Rows that were left out of the document: what to say of them. */
  readonly more: string | null;
}

/** A line through weeks with its limits. `null` is a gap. */
export interface TrendChart {
  readonly kind: 'trend';
  readonly title: string;
  readonly axis: string;
  readonly labels: readonly string[];
  readonly names: { readonly value: string; readonly center: string; readonly upper: string; readonly signal: string };
  readonly values: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly center: number | null;
  readonly signals: readonly boolean[];
}

/** Stacked horizontal bars. */
export interface BarsChart {
  readonly kind: 'bars';
  readonly title: string;
  readonly axis: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** A ratio with its interval for each row, on a logarithmic axis; 1 is "no difference". */
export interface RatiosChart {
  readonly kind: 'ratios';
  readonly title: string;
  readonly axis: string;
  readonly rows: readonly {
    readonly label: string;
    readonly answer: VerdictAnswer;
    readonly ratio: number;
    /** `null`: no bound on that side. */
    readonly lower: number | null;
    readonly upper: number | null;
  }[];
}

export type ReportChart = TrendChart | BarsChart | RatiosChart;

export type ReportBlock =
  | { readonly kind: 'paragraph'; readonly text: Phrase }
  | { readonly kind: 'list'; readonly items: readonly Phrase[] }
  | TableBlock
  /** `summary` says in words what the picture shows; `table` holds its numbers. */
  | {
      readonly kind: 'chart';
      readonly id: string;
      readonly chart: ReportChart;
      readonly summary: string;
      readonly table: TableBlock;
    }
  | {
      readonly kind: 'verdict';
      readonly answer: VerdictAnswer;
      readonly word: string;
      readonly title: string;
      readonly sentences: readonly string[];
      readonly details: readonly ReportBlock[];
    }
  /** `level` 3. */
  | { readonly kind: 'heading'; readonly text: string };

export interface ReportSection {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
  /** Shown closed where there is little room. */
  readonly folded: boolean;
}

/** A report in words, the same for Markdown and HTML. */
export interface ReportDocument {
  readonly title: string;
  /** The verdict in plain words, sentence by sentence: the first line. */
  readonly lead: readonly string[];
  /** Which days, as of when. */
  readonly subtitle: string;
  readonly sections: readonly ReportSection[];
}
