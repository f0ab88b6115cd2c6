import type { ChangeReference } from './reference.ts';

/** A person's own words that a change caused a fault (`fault`) or that this change undoes it (`revert`). */
export interface StatedCause {
  readonly kind: 'fault' | 'revert';
  /** `hedged`: the writer was not sure ("probably broken by #12"). */
  readonly certainty: 'stated' | 'hedged';
  readonly reference: ChangeReference;
  /** The words that say so, as written, at most 200 characters. */
  readonly quote: string;
}
