/** Something in a text that points at a change: `#12`, `acme/web#12`, a commit id, or a link to either. */
export interface ChangeReference {
  readonly kind: 'pull-request' | 'number' | 'issue' | 'commit';
  /** `owner/name` when the text names it; absent means "this repository". */
  readonly repository?: string;
  /** Of `pull-request`, `number` (GitHub numbers pull requests and issues together) and `issue`. */
  readonly number?: number;
  /** Lower-case, 7 to 40 hexadecimal digits; often abbreviated. */
  readonly sha?: string;
  /** Offsets in the text, in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}
