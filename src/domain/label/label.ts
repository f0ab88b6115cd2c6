/** A label as a repository defines it. Colour is six hex digits; name ≤ 50 and description ≤ 100 characters. */
export interface LabelDefinition {
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/**
 * What the ledger knows of one label on one pull request. `ours`: the app added it, so the app may remove it.
 * `overruled`: a person removed it; it stays away until the wanted set changes (`wantedHash` differs).
 */
export interface LabelRecord {
  readonly name: string;
  readonly state: 'ours' | 'overruled';
  readonly wantedHash: string;
}
