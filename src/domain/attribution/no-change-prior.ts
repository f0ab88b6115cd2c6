/** Contributing factors that no change of this repository explains, and how often they mean that no change did it. */
const PRIORS: Readonly<Record<string, number>> = {
  external: 0.9,
  capacity: 0.7,
  process: 0.5,
  'data-or-migration': 0.4,
  dependency: 0.3,
  unknown: 0.25,
};
/** A repair in code means that code was wrong. */
const WITH_FIX = 0.03;
/** How many judged incidents the assumption is worth. */
const PRIOR_INCIDENTS = 10;

/**
 * The probability that no change caused an incident, before looking at changes: an assumption by its causes, moved by what
 * people marked so far (`noChange` of `judged` incidents with the same cause).
 */
export function noChangePrior(
  causes: readonly string[],
  hasFix: boolean,
  judged: { readonly noChange: number; readonly total: number } = { noChange: 0, total: 0 },
): number {
  const stated = causes.length === 0 ? ['unknown'] : causes;
  const assumed = hasFix ? WITH_FIX : Math.min(...stated.map((cause) => PRIORS[cause] ?? 0.1));
  return (assumed * PRIOR_INCIDENTS + judged.noChange) / (PRIOR_INCIDENTS + judged.total);
}
