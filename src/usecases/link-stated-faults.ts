import type { AnalyzedUnit } from '../domain/attribution/analysis/analyzed-unit.ts';
import type { AnalyzedCause, AnalyzedFault } from '../domain/attribution/analysis/repository-analysis.ts';
import type { ReferenceResolver } from '../domain/attribution/analysis/resolve-references.ts';
import { referenceTo } from '../domain/attribution/analysis/unit-reference.ts';
import type { UnitClaims } from './link-reverts.ts';

const CONFIDENCE = { stated: 0.97, hedged: 0.75 } as const;

/** Faults whose cause the fix's author named, one entry a fix, a cause once. Names that fit no earlier change are counted. */
export function linkStatedFaults(
  claims: readonly UnitClaims[],
  byId: ReadonlyMap<string, AnalyzedUnit>,
  resolver: ReferenceResolver,
): { faults: AnalyzedFault[]; unresolved: number } {
  const causes = new Map<string, Map<string, AnalyzedCause>>();
  let unresolved = 0;
  for (const { unit, causes: stated } of claims) {
    for (const { kind, certainty, reference } of stated) {
      if (kind !== 'fault') continue;
      const cause = byId.get(resolver.resolve(reference) ?? '');
      if (cause === undefined || cause.at > unit.at) {
        unresolved += 1;
        continue;
      }
      if (cause.id === unit.id) continue;
      const known = causes.get(unit.id) ?? new Map<string, AnalyzedCause>();
      causes.set(unit.id, known);
      const before = known.get(cause.id);
      if (before !== undefined && before.confidence >= CONFIDENCE[certainty]) continue;
      known.set(cause.id, {
        ...referenceTo(cause),
        how: 'stated',
        confidence: CONFIDENCE[certainty],
        lagDays: (unit.at - cause.at) / 86_400,
        evidence: [{ kind: 'stated', certainty }],
      });
    }
  }
  const faults = [...causes].flatMap(([id, found]): AnalyzedFault[] => {
    const fix = byId.get(id);
    return fix === undefined
      ? []
      : [
          {
            ...referenceTo(fix),
            causes: [...found.values()].sort((a, b) => b.confidence - a.confidence || (a.unit < b.unit ? -1 : 1)),
          },
        ];
  });
  return { faults, unresolved };
}
