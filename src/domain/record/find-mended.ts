import type { DecidedAttribution } from '../attribution/attribution.ts';
import { settleLinks } from '../attribution/settle-links.ts';

/** Units of changes that had to be mended. */
export interface MendedUnits {
  /** Taken back: a revert names them, and their diffs are opposite. */
  readonly reverted: ReadonlySet<string>;
  /** Causes of incidents that another change mended. */
  readonly fixed: ReadonlySet<string>;
}

export function findMended(attributions: readonly DecidedAttribution[]): MendedUnits {
  const reverted = new Set<string>();
  const fixed = new Set<string>();
  for (const { attribution, decisions } of attributions) {
    for (const { unit, evidence } of attribution.candidates) {
      if (evidence.some(({ kind }) => kind === 'reverted')) reverted.add(unit);
    }
    if (attribution.fixes.length === 0) continue;
    for (const { unit } of settleLinks(attribution, decisions)) fixed.add(unit);
  }
  return { reverted, fixed };
}
