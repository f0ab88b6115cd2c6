import type { DoubleClassification } from '../improvement/compare-kinds.ts';
import type { IncidentOutline } from './repository-record.ts';

/**
 * Incidents whose kind two people said: who wrote the report (its form or its labels), and somebody else who judged it
 * later. One who judges the own report again, and a report that a program wrote, give no pair.
 */
export function pairClassifications(incidents: readonly IncidentOutline[]): DoubleClassification[] {
  return incidents.flatMap(({ toldBy, toldKind, judgements }) => {
    const judged = judgements.find((one) => one.fact === 'kind');
    if (judged === undefined || toldBy === undefined || toldKind === null) return [];
    return nameOf(judged.by) === nameOf(toldBy) ? [] : [{ first: toldKind, second: judged.kind }];
  });
}

function nameOf(login: string): string {
  return login.replace(/^@/, '').toLowerCase();
}
