import { assignOwners } from '../code-owners/assign-owners.ts';
import type { CodeOwners } from '../code-owners/code-owners.ts';
import type { ChangeUnit } from './change-unit.ts';
import { pathWords } from './path-words.ts';

/** Words of one path with their squared weights, and the length of that vector. */
export interface PathVector {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

/** Every unit of a repository, oldest first, with what a search for causes looks up. Built once for many faults. */
export interface HistoryIndex {
  readonly units: readonly ChangeUnit[];
  readonly position: ReadonlyMap<string, number>;
  /** Positions of the units that touched a file, ascending. */
  positionsOf(file: string): readonly number[];
  /** Inverse unit frequency: a file that every unit touches says little. */
  rarity(file: string): number;
  vectorOf(path: string): PathVector;
  /** Who owns a path by the base branch's CODEOWNERS; nobody where there is none. */
  ownersOf(path: string): readonly string[];
  /** 1 for owners whose files hardly any unit touches, 0 for owners of everything: they say nothing about places. */
  distinction(owner: string): number;
}

/** Sorts by time, then id, so that the order in which units arrive changes nothing. Files beyond the first are remembered as they are. */
export function indexHistory(units: readonly ChangeUnit[], codeOwners: CodeOwners = { rules: [] }): HistoryIndex {
  const sorted = [...units].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const position = new Map<string, number>();
  const touched = new Map<string, number[]>();
  const frequency = new Map<string, number>();
  const lastSeen = new Map<string, number>();
  const wordsOf = new Map<string, readonly string[]>();
  for (const [at, unit] of sorted.entries()) {
    position.set(unit.id, at);
    for (const file of unit.files) {
      const list = touched.get(file);
      if (list === undefined) touched.set(file, [at]);
      else if (list.at(-1) !== at) list.push(at);
      let words = wordsOf.get(file);
      if (words === undefined) {
        words = pathWords(file);
        wordsOf.set(file, words);
      }
      for (const word of words) {
        if (lastSeen.get(word) === at) continue;
        lastSeen.set(word, at);
        frequency.set(word, (frequency.get(word) ?? 0) + 1);
      }
    }
  }
  const rarityOf = (count: number): number => Math.log(1 + sorted.length / (1 + count));
  const vectors = new Map<string, PathVector>();
  const owned = new Map(codeOwners.rules.length === 0 ? [] : assignOwners(codeOwners, [...touched.keys()]));
  const reach = countReach(sorted, owned);
  return {
    units: sorted,
    position,
    positionsOf: (file) => touched.get(file) ?? [],
    rarity: (file) => rarityOf(touched.get(file)?.length ?? 0),
    vectorOf(path) {
      const known = vectors.get(path);
      if (known !== undefined) return known;
      const weights = new Map<string, number>();
      let squares = 0;
      for (const word of wordsOf.get(path) ?? pathWords(path)) {
        const weight = rarityOf(frequency.get(word) ?? 0) ** 2;
        weights.set(word, weight);
        squares += weight;
      }
      const vector = { weights, length: Math.sqrt(squares) };
      vectors.set(path, vector);
      return vector;
    },
    ownersOf(path) {
      const known = owned.get(path);
      if (known !== undefined || touched.has(path) || codeOwners.rules.length === 0) return known ?? [];
      const owners = assignOwners(codeOwners, [path]).get(path) ?? [];
      owned.set(path, owners);
      return owners;
    },
    distinction: (owner) => 1 - (reach.get(owner) ?? 0) / Math.max(1, sorted.length),
  };
}

/** How many units touched something that each owner owns. */
function countReach(
  units: readonly ChangeUnit[],
  owned: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const reach = new Map<string, number>();
  if (owned.size === 0) return reach;
  for (const { files } of units) {
    const owners = new Set(files.flatMap((file) => owned.get(file) ?? []));
    for (const owner of owners) reach.set(owner, (reach.get(owner) ?? 0) + 1);
  }
  return reach;
}
