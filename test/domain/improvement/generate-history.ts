import { countEvidence } from '../../../src/domain/improvement/count-evidence.ts';
import type { RecordCells } from '../../../src/domain/record/build-cells.ts';
import type { Evidence } from '../../../src/domain/improvement/evidence.ts';
import type { RegisteredAction } from '../../../src/domain/improvement/registered-action.ts';
import type { MergedChange } from '../../../src/domain/improvement/merged-change.ts';
import type { IncidentKind } from '../../../src/domain/incident/incident-kind.ts';
import type { ObservedIncident } from '../../../src/domain/improvement/observed-incident.ts';
import { seededRandom } from '../../../src/domain/stats/seeded-random.ts';
import { drawGamma, drawPoisson } from './draw-counts.ts';

/** A repository as it might have been. Days count from its first. */
export interface History {
  readonly seed: number;
  readonly days: number;
  /** Merged changes a day. */
  readonly pace: number;
  /** Incidents a change, before any action, at the lowest risk. */
  readonly rate: number;
  /** Variance over mean of the monthly incident level; 1 when absent. */
  readonly dispersion?: number;
  /** Day the action came into force. */
  readonly start: number;
  /** True ratio of the action. */
  readonly ratio: number;
  /** Days that coverage takes to climb; 0 when absent. */
  readonly ramp?: number;
  /** Mean days from merge to incident. */
  readonly lag?: number;
  readonly measure?: RegisteredAction['measure'];
  readonly kind?: IncidentKind;
  /** Share of changes in the control area. */
  readonly control?: number;
}

const RISKS = [
  ['low', 1],
  ['medium', 2],
  ['high', 4],
] as const;

export const FIRST_DAY = 20_000;

export function action(over: Partial<RegisteredAction> = {}): RegisteredAction {
  return {
    id: 'statements',
    title: 'State the technical impact',
    announcedAt: FIRST_DAY,
    targets: [],
    measure: 'announcement',
    estimator: null,
    followUpDays: null,
    fixedOn: null,
    ...over,
  };
}

export function change(id: string, mergedAt: number, over: Partial<MergedChange> = {}): MergedChange {
  return {
    id,
    author: 'ann',
    openedAt: mergedAt - 1,
    mergedAt,
    deployedAt: mergedAt + 0.2,
    risk: 'low',
    size: 's',
    changedLines: 40,
    reviewRounds: 1,
    statementAccepted: null,
    enforced: false,
    blastRadius: null,
    monitoring: null,
    reverted: false,
    followUpFix: false,
    controlFor: [],
    outsideOf: [],
    ...over,
  };
}

export function incident(
  id: string,
  startedAt: number,
  causes: readonly string[],
  over: Partial<ObservedIncident> = {},
): ObservedIncident {
  return {
    id,
    kind: 'incident',
    startedAt,
    detectedBy: 'monitoring',
    links: causes.map((changeId) => ({ changeId, probability: 1, state: 'confirmed' as const })),
    noChange: false,
    services: [],
    glob: null,
    ...over,
  };
}

/** Plain changes, counted. */
export function counts(changes: readonly MergedChange[]): RecordCells {
  const today = changes.reduce((day, { mergedAt }) => Math.max(day, mergedAt), 0) + 1;
  return countEvidence(evidence({ changes, today })).counts;
}

export function evidence(over: Partial<Evidence> = {}): Evidence {
  return {
    changes: [],
    incidents: [],
    actions: [action()],
    observedFrom: null,
    today: FIRST_DAY + 365,
    classifications: [],
    seed: 1,
    ...over,
  };
}

export function generateHistory(history: History): Evidence {
  const { seed, days, pace, rate, dispersion = 1, start, ratio, ramp = 0, lag = 6, control = 0 } = history;
  const random = seededRandom(seed);
  const changes: MergedChange[] = [];
  const incidents: ObservedIncident[] = [];
  let level = 1;
  for (let day = 0; day < days; day++) {
    if (day % 28 === 0) level = drawLevel(random, rate * pace * 28 * 2, dispersion);
    const merges = drawPoisson(random, pace);
    for (let k = 0; k < merges; k++) {
      const [risk, weight] = RISKS[Math.floor(random() * 3)] ?? RISKS[0];
      const id = `${day}.${k}`;
      const mergedAt = FIRST_DAY + day + random();
      const inControl = random() < control;
      const covered = ramp > 0 ? random() < (day - start) / ramp : day >= start;
      const effect = covered && !inControl ? ratio : 1;
      changes.push(
        change(id, mergedAt, {
          author: `author ${Math.floor(random() * 12)}`,
          openedAt: mergedAt - drawGamma(random, 2),
          risk,
          size: random() < 0.7 ? 's' : 'l',
          statementAccepted: covered,
          controlFor: inControl ? ['statements'] : [],
        }),
      );
      for (let n = drawPoisson(random, rate * weight * effect * level); n > 0; n--) {
        const startedAt = mergedAt - lag * Math.log(1 - random());
        if (startedAt < FIRST_DAY + days)
          incidents.push(incident(`${id}/${n}`, startedAt, [id], { kind: history.kind ?? 'incident' }));
      }
    }
  }
  return evidence({
    changes,
    incidents,
    actions: [action({ announcedAt: FIRST_DAY + start, measure: history.measure ?? 'announcement' })],
    today: FIRST_DAY + days,
    seed,
  });
}

/** A month's level: mean 1, so spread that counts of the given mean have the dispersion. */
function drawLevel(random: () => number, mean: number, dispersion: number): number {
  if (dispersion <= 1) return 1;
  const shape = mean / (dispersion - 1);
  return drawGamma(random, shape) / shape;
}
