import type { AnalyzedUnit } from '../domain/attribution/analysis/analyzed-unit.ts';
import type { AnalyzedCause, AnalyzedIncident } from '../domain/attribution/analysis/repository-analysis.ts';
import type { ReferenceResolver } from '../domain/attribution/analysis/resolve-references.ts';
import { referenceTo, toIsoTime } from '../domain/attribution/analysis/unit-reference.ts';
import type { HistoryIndex } from '../domain/attribution/history-index.ts';
import { findStatedCauses } from '../domain/attribution/find-stated-causes.ts';
import { noChangePrior } from '../domain/attribution/no-change-prior.ts';
import { rankCauses } from '../domain/attribution/rank-causes.ts';
import { indexFiles, matchPaths } from '../domain/attribution/analysis/match-paths.ts';
import type { ListedIncident } from '../domain/incident/list-incidents.ts';

const SHOWN = 5;

/** Ties each incident to the changes before it: what its text states, the files that it names, and time. */
export function linkIncidents(
  incidents: readonly ListedIncident[],
  byId: ReadonlyMap<string, AnalyzedUnit>,
  index: HistoryIndex,
  resolver: ReferenceResolver,
): AnalyzedIncident[] {
  if (incidents.length === 0) return [];
  const files = indexFiles(new Set([...byId.values()].flatMap((unit) => unit.files)));
  return incidents.map(({ id, title, body, startedAt, causes }) => {
    const text = `${title}\n\n${body}`;
    const stated = findStatedCauses(text).flatMap(({ reference, certainty }) => {
      const unit = resolver.resolve(reference);
      return unit === undefined ? [] : [{ unit, certainty }];
    });
    const { causes: ranked, noChange } = rankCauses(
      { at: startedAt, files: matchPaths(text, files), blame: [], stated, noChange: noChangePrior(causes, false) },
      index,
    );
    return {
      id,
      title: title.slice(0, 200),
      startedAt: toIsoTime(startedAt),
      noChange,
      causes: ranked.slice(0, SHOWN).flatMap((cause): AnalyzedCause[] => {
        const unit = byId.get(cause.unit.id);
        if (unit === undefined) return [];
        const how = cause.evidence[0]?.kind === 'stated' ? 'stated' : 'inferred';
        return [
          {
            ...referenceTo(unit),
            how,
            confidence: cause.confidence,
            lagDays: (startedAt - unit.at) / 86_400,
            evidence: cause.evidence,
          },
        ];
      }),
    };
  });
}
