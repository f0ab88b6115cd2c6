import type { Random } from '../../../src/domain/stats/seeded-random.ts';

/** One of the choices, by weight. */
export function pick<T>(random: Random, choices: readonly (readonly [T, number])[]): T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new RangeError('There is nothing to pick from.');
  return last[0];
}

export function between(random: Random, from: number, to: number): number {
  return from + random() * (to - from);
}

/** Whole seconds, as GitHub tells times. */
export function toSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}

export function toIso(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
