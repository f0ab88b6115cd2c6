import type { AnalyzedUnit } from './analyzed-unit.ts';
import type { UnitReference } from './repository-analysis.ts';

export function referenceTo(unit: AnalyzedUnit): UnitReference {
  return { unit: unit.id, pullRequest: unit.pullRequest ?? null, title: unit.title, at: toIsoTime(unit.at) };
}

/** Seconds since 1970 as ISO 8601; times that no calendar has end at its last day. */
export function toIsoTime(seconds: number): string {
  return new Date(Math.min(Math.max(seconds, 0), 8_640_000_000_000) * 1_000).toISOString();
}
