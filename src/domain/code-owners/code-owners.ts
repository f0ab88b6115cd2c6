import type { Glob } from '../risk/glob/glob.ts';

/** One line of a CODEOWNERS file. Without owners it takes its paths out of what lines above gave them to. */
export interface OwnerRule {
  readonly glob: Glob;
  /** As written without the `@`, in lower case: `acme/billing`, `mona`, `mona@example.com`. */
  readonly owners: readonly string[];
}

/** The rules of a CODEOWNERS file in its order: the last that selects a path decides. */
export interface CodeOwners {
  readonly rules: readonly OwnerRule[];
}

/** Where GitHub looks, the first that is there counts. */
export const CODE_OWNERS_PATHS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;
