import type { IncidentHistory } from '../domain/risk/incident-history.ts';
import type { RiskRule } from '../domain/risk/risk-rule.ts';
import type { AttributionStore } from '../ports/attribution-store.ts';

export interface HistoryDeps {
  readonly store: { readonly attributions: Pick<AttributionStore, 'window'> };
  readonly clock: { readonly now: () => number };
}

/**
 * How many incidents each area of a repository caused, for the windows that its rules name: counts that were kept when
 * each incident was tied to its cause, so that a pull request costs one small query, and none where no rule asks.
 */
export async function loadIncidentHistory(
  { store, clock }: HistoryDeps,
  repositoryId: number,
  rules: readonly RiskRule[],
): Promise<IncidentHistory | null> {
  const asked = new Set(rules.flatMap(({ fromHistory }) => fromHistory?.windowDays ?? []));
  if (asked.size === 0) return null;
  const now = clock.now();
  const windows = [...asked].sort((a, b) => a - b).map((days) => store.attributions.window(repositoryId, days, now));
  return { windows: await Promise.all(windows) };
}
