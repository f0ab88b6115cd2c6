import type { Expectation } from './expectation.ts';

/** Somebody's agreement to one set of targets. `hash` names the set: what is agreed is what was shown. */
export interface Agreement {
  readonly repositoryId: number;
  readonly project: string;
  readonly hash: string;
  readonly accountId: number;
  readonly login: string;
  /** The names in `agreed-by` that it speaks for, in lower case; empty: for whoever may maintain the repository. */
  readonly speaksFor: readonly string[];
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Where the targets of a project are agreed on. */
export interface Alignment {
  readonly repositoryId: number;
  readonly project: string;
  readonly hash: string;
  readonly targets: readonly Expectation[];
  /** The targets that were last agreed on by all; `null`: none ever were. */
  readonly agreedTargets: readonly Expectation[] | null;
  /** `null`: it is about to be opened, and a lost answer is looked for. It may have been moved to another repository. */
  readonly issue: { readonly repositoryId: number; readonly number: number } | null;
  readonly state: 'open' | 'closed';
  /** The issue of this set was lost once, and opened again. */
  readonly reopened: boolean;
  readonly openedAt: string;
  /** What was last written, without the measured numbers; and when. */
  readonly textHash: string | null;
  readonly writtenAt: string | null;
}

/** The targets as text, in an order of their own: their hash must not depend on where a line stands. */
export function targetsText(targets: readonly Expectation[]): string {
  return targets
    .map(({ measure, target }) => `${measure} ${target}`)
    .sort()
    .join('\n');
}

/** Names in `agreed-by` that nobody has spoken for; with no names, one agreement of anybody entitled is enough. */
export function missingAgreement(
  agreedBy: readonly string[],
  agreements: readonly Agreement[],
): { readonly complete: boolean; readonly names: readonly string[] } {
  if (agreedBy.length === 0) return { complete: agreements.length > 0, names: [] };
  const spoken = new Set(agreements.flatMap(({ speaksFor }) => speaksFor));
  const names = agreedBy.filter((name) => !spoken.has(name.toLowerCase()));
  return { complete: names.length === 0, names };
}
