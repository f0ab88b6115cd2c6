import { buildCells } from '../record/build-cells.ts';
import type { CountedChange } from '../record/count-change.ts';
import type { CountedEvidence } from './counted-evidence.ts';
import type { Evidence } from './evidence.ts';
import type { MergedChange } from './merged-change.ts';
import { isPossible } from './resolve-incidents.ts';

/** Counts plain changes into cells, each id once; what was merged at no possible time is left out. */
export function countEvidence({ changes, ...evidence }: Evidence): CountedEvidence {
  const timed = changes.filter(({ mergedAt }) => isPossible(mergedAt, evidence.today));
  const byId = new Map(timed.map((change) => [change.id, change]));
  const carried = new Map<number, number>();
  for (const { deployedAt } of byId.values()) {
    if (deployedAt !== null) carried.set(deployedAt, (carried.get(deployedAt) ?? 0) + 1);
  }
  const counted = [...byId.values()].map((change) => {
    const deployments = change.deployedAt === null ? 0 : 1 / (carried.get(change.deployedAt) ?? 1);
    return toCounted(change, deployments);
  });
  const named = new Map<string, MergedChange>();
  for (const { links } of evidence.incidents) {
    for (const { changeId } of links) {
      const change = byId.get(changeId);
      if (change) named.set(changeId, change);
    }
  }
  const leftOut = { duplicateChanges: timed.length - byId.size, invalidTimes: changes.length - timed.length };
  return { ...evidence, counts: buildCells(counted), named, leftOut };
}

/** Of what is no question of the evidence nothing is known. */
function toCounted(change: MergedChange, deployments: number): CountedChange {
  const { risk, size, statementAccepted: accepted, enforced, monitoring, controlFor, outsideOf } = change;
  const watched = monitoring === null ? null : monitoring.confirmed ? 'done' : 'lapsed';
  const unknown = { authorType: 'unknown', verdict: null, status: null, projects: [] } as const;
  return {
    change,
    deployments,
    traits: { ...unknown, risk, size, accepted, enforced, watched, controlFor, outsideOf },
  };
}
