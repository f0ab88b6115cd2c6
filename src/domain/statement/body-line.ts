/**
 * One line of a body as a reader sees it: comments are gone, list markers and boxes are data.
 * A body is a flat list of these in source order; nesting is in `depth`.
 */
export interface BodyLine {
  /** 1-based line of the normalised body. */
  readonly line: number;
  /** Lines of one paragraph, fence or table row share a block. */
  readonly block: number;
  readonly kind: 'text' | 'heading' | 'code' | 'row' | 'rule' | 'comment' | 'fold-start' | 'fold-end';
  /** Visible text with its inline marks; of a comment, the words inside. */
  readonly text: string;
  readonly quoted: boolean;
  /** How many lists the line is in. */
  readonly depth: number;
  /** The first line of a list item. */
  readonly startsItem: boolean;
  readonly box?: 'ticked' | 'unticked';
  /** Of a heading: 1–6; a `<summary>` has none. */
  readonly rank?: number;
  readonly cells?: readonly string[];
}
