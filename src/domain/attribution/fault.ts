/** Lines of a fix's parent that a unit wrote last. */
export interface BlamedLines {
  readonly unit: string;
  readonly lines: number;
  /** Lines beside an insertion, not lines that the fix removed: a fix that only adds lines blames what it was put into. */
  readonly context?: boolean;
  /** Blamed without regard to white space, moves and ignored revisions: it says less. */
  readonly plain?: boolean;
}

/** Something that went wrong, as far as the search for its cause needs to know. Nothing here was read from the fix's message. */
export interface Fault {
  /** Changes from this moment on did not cause it. Unix seconds. */
  readonly at: number;
  /** Where it hurt: the files of the fix, of the stack trace, of the service. */
  readonly files: readonly string[];
  readonly blame: readonly BlamedLines[];
  /** The fix itself, never its own cause. */
  readonly fix?: string;
  /** Units that people named as the cause. */
  readonly stated?: readonly { readonly unit: string; readonly certainty: 'stated' | 'hedged' }[];
  /** Units that a verified revert undid to end it. */
  readonly reverted?: readonly string[];
  /** How likely no change caused it, before looking: see `no-change-prior.ts`. Default 0. */
  readonly noChange?: number;
}
