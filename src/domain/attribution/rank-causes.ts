import { calibrate } from './calibration.ts';
import { type Candidate, FEATURES, findCandidates } from './cause-features.ts';
import type { ChangeUnit } from './change-unit.ts';
import { type CauseEvidence, evidenceOf } from './evidence.ts';
import type { Fault } from './fault.ts';
import type { HistoryIndex } from './history-index.ts';
import { type RankingWeights, SHIPPED_WEIGHTS } from './ranking-weights.ts';

export interface RankedCause {
  readonly unit: ChangeUnit;
  /** How likely this unit is the cause, 0 to 1, calibrated for the first. */
  readonly confidence: number;
  /** Strongest first. */
  readonly evidence: readonly CauseEvidence[];
}

export interface Ranking {
  /** Most likely first, at most {@link MAX_RANKED}. */
  readonly causes: readonly RankedCause[];
  /** How likely no change caused it. With the confidences of all units it sums to 1 at most. */
  readonly noChange: number;
  /** The first by its score alone, and its share before calibration: what people's judgements are learned from. */
  readonly leading: { readonly unit: string; readonly share: number } | null;
}

export const MAX_RANKED = 50;
/** Time alone never says more than this. */
const TIME_ALONE = 0.2;
/** What people state is nearly always right, and is never certain. */
const STATED = { stated: 0.97, hedged: 0.75 } as const;
const REVERTED = 0.9;

/**
 * Ranks what could have caused a fault. Same answer in whatever order units and blame arrive; never throws; time is linear in
 * the units that touched the same files.
 */
export function rankCauses(fault: Fault, history: HistoryIndex, weights: RankingWeights = SHIPPED_WEIGHTS): Ranking {
  const noChange = clamp(fault.noChange ?? 0);
  const scored = findCandidates(fault, history)
    .map((candidate) => ({ candidate, score: scoreOf(candidate, weights), share: 0 }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (best === undefined) return { causes: [], noChange, leading: null };
  let sum = 0;
  for (const entry of scored) {
    entry.share = Math.exp(entry.score - best.score);
    sum += entry.share;
  }
  for (const entry of scored) entry.share /= sum;
  const first = calibrate(best.share, weights.calibration);
  const rest = best.share >= 1 ? 0 : (1 - first) / (1 - best.share);
  const named = namedUnits(fault);
  const causes = scored.map(({ candidate, share }, rank): RankedCause => {
    const evidence = evidenceOf(candidate, fault);
    const ranked = (1 - noChange) * (rank === 0 ? first : share * rest);
    const limited = evidence.some(({ kind }) => kind !== 'time' && kind !== 'prior')
      ? ranked
      : Math.min(ranked, TIME_ALONE);
    return { unit: candidate.unit, confidence: Math.max(limited, named.get(candidate.unit.id) ?? 0), evidence };
  });
  const ordered = named.size === 0 ? causes : [...causes].sort((a, b) => b.confidence - a.confidence);
  const known = Math.max(0, ...named.values());
  return {
    causes: ordered.slice(0, MAX_RANKED),
    noChange: Math.min(noChange, 1 - known),
    leading: { unit: best.candidate.unit.id, share: best.share },
  };
}

export function scoreOf(candidate: Candidate, { weights }: RankingWeights): number {
  let score = 0;
  for (const feature of FEATURES) score += weights[feature] * candidate.features[feature];
  return score;
}

function namedUnits(fault: Fault): Map<string, number> {
  const named = new Map<string, number>();
  for (const unit of fault.reverted ?? []) named.set(unit, REVERTED);
  for (const { unit, certainty } of fault.stated ?? [])
    named.set(unit, Math.max(named.get(unit) ?? 0, STATED[certainty]));
  return named;
}

function clamp(probability: number): number {
  return Math.min(1, Math.max(0, Number.isFinite(probability) ? probability : 0));
}
