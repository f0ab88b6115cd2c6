import type { HistoryIndex, PathVector } from './history-index.ts';
import { INDIRECT } from './ranking-weights.ts';

/** The code of the same people is at most this near: an assumption, as the public pairs know no owners. */
const OWNED = 0.4;

export interface Nearness {
  /** 0 to 1. */
  readonly near: number;
  /** How much of it is the very same files. */
  readonly same: number;
  readonly shared: readonly string[];
  /** Who owns both places; empty where nothing is nearer for it. */
  readonly owners: readonly string[];
}

/**
 * How near a unit's files are to where it hurt: each hurt file's best match among the unit's files (1 for the same file, else
 * the cosine of their path words as indirect evidence, or the same owners, as far as they own little), averaged by the hurt
 * file's rarity. So a test that broke finds the code of the same name, and a changelog finds nothing.
 */
export function findNearness(history: HistoryIndex, hurt: readonly string[], files: readonly string[]): Nearness {
  const own = new Set(files);
  const shared: string[] = [];
  const owners = new Set<string>();
  let ownersHere: ReadonlySet<string> | undefined;
  let sum = 0;
  let same = 0;
  let total = 0;
  for (const path of hurt) {
    const rarity = history.rarity(path);
    total += rarity;
    if (own.has(path)) {
      shared.push(path);
      same += rarity;
      continue;
    }
    const wanted = history.vectorOf(path);
    let best = 0;
    for (const file of files) best = Math.max(best, cosine(wanted, history.vectorOf(file)));
    best *= INDIRECT;
    const hurtOwners = history.ownersOf(path);
    if (hurtOwners.length > 0) {
      ownersHere ??= new Set(files.flatMap((file) => history.ownersOf(file)));
      for (const owner of hurtOwners) {
        const likeness = ownersHere.has(owner) ? OWNED * history.distinction(owner) : 0;
        if (likeness > best) owners.add(owner);
        best = Math.max(best, likeness);
      }
    }
    sum += best * rarity;
  }
  if (total === 0) return { near: 0, same: 0, shared, owners: [] };
  return { near: (same + sum) / total, same: same / total, shared, owners: [...owners].sort() };
}

/** Weights are squared already, so the product of two equal words' weights is one of them. */
function cosine(a: PathVector, b: PathVector): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [small, large] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [word, weight] of small.weights) if (large.weights.has(word)) dot += weight;
  return dot / (a.length * b.length);
}
