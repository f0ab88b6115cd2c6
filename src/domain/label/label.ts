/** A label as a repository defines it. Colour is six hex digits; name ≤ 50 and description ≤ 100 characters. */
export interface LabelDefinition {
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/**
 * What the ledger knows of one label on one pull request.
 * `adding`: the app is about to add it, or died doing so. `ours`: the app added it, so the app may remove it.
 * `overruled`: a person removed it; it stays away until what the pull request matches changes (`matchedHash` differs).
 */
export interface LabelRecord {
  readonly name: string;
  readonly state: 'adding' | 'ours' | 'overruled';
  readonly matchedHash: string;
}
