/** Time to an event, or to the last look without one. */
export interface Survival {
  /** ≥ 0, in one unit. */
  readonly time: number;
  readonly event: boolean;
  /** How many subjects; 1 when absent. Negative where subjects counted elsewhere are taken out again. */
  readonly count?: number;
}

export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  /** Greenwood's; `null` where survival is 0. */
  readonly error: number | null;
}

export interface KaplanMeier {
  /** One a distinct event time, ascending. */
  readonly steps: readonly SurvivalStep[];
  /** `null` when survival never reaches one half. */
  readonly median: number | null;
}

/** Survival within this of ½ is ½: it is a product of fractions. */
const HALF_TOLERANCE = 1.5e-8;

/**
 * S(t) = Π (1 − d/n) over event times; error S √Σ d/(n(n−d)) by Greenwood. A subject censored at an event time is
 * still at risk there. Where S is exactly ½ for a while the median is the middle of that while. Assumes censoring
 * independent of the event. Sources: Kaplan and Meier, JASA 53:457, 1958; Greenwood 1926.
 */
export function kaplanMeier(subjects: readonly Survival[]): KaplanMeier {
  const sorted = [...subjects].sort((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  let left = sorted.reduce((sum, { count = 1 }) => sum + count, 0);
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]?.time ?? 0;
    const atRisk = left;
    let events = 0;
    for (let next = sorted[i]; next !== undefined && next.time === time; next = sorted[++i]) {
      left -= next.count ?? 1;
      if (next.event) events += next.count ?? 1;
    }
    if (events === 0) continue;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    steps.push({ time, atRisk, events, survival, error: survival > 0 ? survival * Math.sqrt(greenwood) : null });
  }
  return { steps, median: median(steps) };
}

function median(steps: readonly SurvivalStep[]): number | null {
  const index = steps.findIndex((step) => step.survival <= 0.5 + HALF_TOLERANCE);
  const reached = steps[index];
  if (!reached) return null;
  const next = steps[index + 1];
  const flat = reached.survival > 0.5 - HALF_TOLERANCE && next !== undefined;
  return flat ? (reached.time + next.time) / 2 : reached.time;
}
