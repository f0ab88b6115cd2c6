import { type DecidedAttribution, type LinkDecision, NO_CHANGE } from './attribution.ts';
import { type JudgedLink, retrainCalibration } from './calibration.ts';
import { type Calibration, SHIPPED_WEIGHTS } from './ranking-weights.ts';
import { saysNoChange } from './settle-links.ts';

/** What the calibration learns from: for each judged incident, whether the ranking's own first answer was right. */
export function judgedLinks(decided: readonly DecidedAttribution[]): readonly JudgedLink[] {
  return decided.flatMap(({ decisions }) => judgedLink(decisions) ?? []);
}

/** A repository's own calibration, shrunk to the shipped one. */
export function calibrateFrom(decided: readonly DecidedAttribution[]): Calibration {
  return retrainCalibration(judgedLinks(decided), SHIPPED_WEIGHTS.calibration);
}

/** How often people said that no change did it, of all incidents that they judged. */
export function countNoChange(decided: readonly DecidedAttribution[]): {
  readonly noChange: number;
  readonly total: number;
} {
  const noChange = decided.filter(({ decisions }) => saysNoChange(decisions)).length;
  return { noChange, total: noChange + decided.filter(({ decisions }) => confirmedOf(decisions).length > 0).length };
}

function judgedLink(decisions: readonly LinkDecision[]): JudgedLink | undefined {
  // Where no change did it, no ranking of changes could have been right.
  if (saysNoChange(decisions)) return undefined;
  const confirmed = confirmedOf(decisions);
  for (const { leading } of confirmed) {
    if (leading === null) continue;
    return { share: leading.share, confirmed: confirmed.some(({ unit }) => unit === leading.unit) };
  }
  // A rejection says something of the first answer only; of the others nothing was claimed.
  const refused = decisions.find(({ leading, unit, verdict }) => verdict === 'rejected' && leading?.unit === unit);
  return refused?.leading ? { share: refused.leading.share, confirmed: false } : undefined;
}

function confirmedOf(decisions: readonly LinkDecision[]): readonly LinkDecision[] {
  return decisions.filter(({ unit, verdict }) => unit !== NO_CHANGE && verdict === 'confirmed');
}
