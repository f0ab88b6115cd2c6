import type { HistoryIndex, PathVector } from './history-index.ts';

/** A path that is only like another one counts this much of one that is the same. */
const ALIKE = 0.8;

/**
 * How near a unit's files are to where it hurt, 0 to 1: each hurt file's best match among the unit's files (1 for the same
 * file, 0.8 × the cosine of their path words otherwise), averaged by the hurt file's rarity. So a test that broke finds the
 * code of the same name, and a changelog finds nothing.
 */
export function nearness(
  history: HistoryIndex,
  hurt: readonly string[],
  files: readonly string[],
): { near: number; shared: string[] } {
  const own = new Set(files);
  const shared: string[] = [];
  let sum = 0;
  let total = 0;
  for (const path of hurt) {
    const rarity = history.rarity(path);
    total += rarity;
    if (own.has(path)) {
      shared.push(path);
      sum += rarity;
      continue;
    }
    const wanted = history.vectorOf(path);
    let best = 0;
    for (const file of files) best = Math.max(best, cosine(wanted, history.vectorOf(file)));
    sum += ALIKE * best * rarity;
  }
  return { near: total === 0 ? 0 : sum / total, shared };
}

/** Weights are squared already, so the product of two equal words' weights is one of them. */
function cosine(a: PathVector, b: PathVector): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [small, large] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [word, weight] of small.weights) if (large.weights.has(word)) dot += weight;
  return dot / (a.length * b.length);
}
