import type { AnalyzedUnit } from '../domain/attribution/analysis/analyzed-unit.ts';
import type { AnalyzedRevert } from '../domain/attribution/analysis/repository-analysis.ts';
import type { ReferenceResolver } from '../domain/attribution/analysis/resolve-references.ts';
import { referenceTo } from '../domain/attribution/analysis/unit-reference.ts';
import { undoes } from '../domain/attribution/analysis/verify-revert.ts';
import { parseRevertTitle } from '../domain/attribution/revert-title.ts';
import type { CommitClaims } from './analysis-deps.ts';

export type UnitClaims = CommitClaims & { readonly unit: AnalyzedUnit };

/** Every claim that one change undoes an earlier one, checked against the diffs, once a pair, with the depth of the quarrel. */
export function linkReverts(
  claims: readonly UnitClaims[],
  units: readonly AnalyzedUnit[],
  byId: ReadonlyMap<string, AnalyzedUnit>,
  resolver: ReferenceResolver,
): AnalyzedRevert[] {
  const byTitle = indexTitles(units);
  const originals = new Map<string, Set<string>>();
  const add = (revert: AnalyzedUnit, original: AnalyzedUnit | undefined): void => {
    if (original === undefined || original.id === revert.id || original.at > revert.at) return;
    const known = originals.get(revert.id);
    if (known === undefined) originals.set(revert.id, new Set([original.id]));
    else known.add(original.id);
  };
  for (const { unit, causes, revertTitle } of claims) {
    const stated = causes.filter((cause) => cause.kind === 'revert');
    for (const cause of stated) add(unit, byId.get(resolver.resolve(cause.reference) ?? ''));
    if (stated.length > 0 || revertTitle === undefined) continue;
    const parsed = parseRevertTitle(revertTitle);
    if (parsed === undefined) continue;
    if (parsed.number !== undefined)
      add(unit, byId.get(resolver.resolve({ kind: 'number', number: parsed.number }) ?? ''));
    // An even depth applies the innermost change again: the one that was undone in between is not named.
    else if (parsed.depth % 2 === 1) add(unit, latestBefore(byTitle.get(parsed.title.toLowerCase()), unit));
  }
  const depths = new Map<string, number>();
  return [...originals]
    .flatMap(([id, undone]) => [...undone].map((original) => ({ revert: byId.get(id), original: byId.get(original) })))
    .flatMap(({ revert, original }) => (revert === undefined || original === undefined ? [] : [{ revert, original }]))
    .sort((a, b) => a.revert.at - b.revert.at || (a.revert.id < b.revert.id ? -1 : 1))
    .map(({ revert, original }) => {
      const depth = (depths.get(original.id) ?? 0) + 1;
      depths.set(revert.id, Math.max(depth, depths.get(revert.id) ?? 0));
      return {
        ...referenceTo(revert),
        reverted: referenceTo(original),
        lagHours: (revert.at - original.at) / 3_600,
        depth,
        verified: undoes(revert, original),
      };
    });
}

function indexTitles(units: readonly AnalyzedUnit[]): Map<string, AnalyzedUnit[]> {
  const byTitle = new Map<string, AnalyzedUnit[]>();
  for (const unit of units) {
    const title = unit.title.toLowerCase();
    const known = byTitle.get(title);
    if (known === undefined) byTitle.set(title, [unit]);
    else known.push(unit);
  }
  return byTitle;
}

function latestBefore(units: readonly AnalyzedUnit[] | undefined, { at, id }: AnalyzedUnit): AnalyzedUnit | undefined {
  return units?.findLast((unit) => unit.at <= at && unit.id !== id);
}
