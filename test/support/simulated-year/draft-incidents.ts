import { INCIDENT_KINDS, type IncidentKind } from '../../../src/domain/incident/incident-kind.ts';
import type { Random } from '../../../src/domain/stats/seeded-random.ts';
import { drawPoisson } from '../../domain/improvement/draw-counts.ts';
import { between, pick, toSecond } from './draw.ts';
import { type DraftChange, rampAt } from './draft-change.ts';
import type { YearPlan } from './year-plan.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MEAN_LAG_DAYS = 4;
/** So much likelier is it that a change of this level hurts. */
const WEIGHTS = { low: 1, medium: 2, high: 4 } as const;
/** What the large refactoring drives. */
const REFACTOR: Readonly<Record<IncidentKind, number>> = { regression: 3, incident: 1, inquiry: 1, 'near-miss': 2 };

/** What a change caused, or (`cause: null`) what no change did. Times in milliseconds since the epoch. */
export interface DraftIncident {
  readonly kind: IncidentKind;
  readonly cause: DraftChange | null;
  readonly startedAt: number;
  readonly toldAt: number;
  readonly endsWindow: boolean;
}

export function draftIncidents(
  random: Random,
  plan: YearPlan,
  cause: DraftChange,
  releasedAt: number,
): DraftIncident[] {
  const { high, medium } = plan.shares;
  const usual = 1 - high - medium + WEIGHTS.medium * medium + WEIGHTS.high * high;
  const risk = WEIGHTS[cause.level] / usual;
  return INCIDENT_KINDS.flatMap((kind) => {
    const project = cause.projects.includes('refactor') ? REFACTOR[kind] : 1;
    const mean = (plan.per100[kind] / 100) * risk * project * effectOn(plan, kind, cause.mergedAt);
    return Array.from({ length: drawPoisson(random, mean) }, () => {
      const lag = -MEAN_LAG_DAYS * Math.log(1 - random()) * DAY;
      return told(random, kind, cause, releasedAt + HOUR + lag);
    });
  });
}

/** An incident that no change caused. */
export function draftNoise(random: Random, plan: YearPlan): DraftIncident {
  const kind = pick(random, [
    ['incident', 5],
    ['inquiry', 3],
    ['near-miss', 1],
    ['regression', 1],
  ] as const);
  return told(random, kind, null, (plan.firstDay + between(random, 0.1, plan.days)) * DAY);
}

/** It begins and is told well within the window that it ends. */
export function moveIntoWindow(random: Random, incident: DraftIncident, openedAt: number): DraftIncident {
  const startedAt = toSecond(openedAt + between(random, 1, 24) * HOUR);
  return { ...incident, startedAt, toldAt: startedAt + 2 * HOUR, endsWindow: true };
}

function told(random: Random, kind: IncidentKind, cause: DraftChange | null, at: number): DraftIncident {
  const startedAt = toSecond(at);
  const toldAt = startedAt + Math.floor(between(random, 0, 48)) * HOUR;
  return { kind, cause, startedAt, toldAt, endsWindow: false };
}

function effectOn(plan: YearPlan, kind: IncidentKind, mergedAt: number): number {
  const working = plan.actions.filter(({ targets }) => targets.includes(kind));
  return working.reduce((product, { day, ratio }) => product * ratio ** rampAt(plan, day, mergedAt), 1);
}
