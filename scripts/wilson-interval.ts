/** Wilson's score interval for a proportion, 95 % by default (Wilson 1927). No trials: the whole range. */
export function wilsonInterval(successes: number, trials: number, z = 1.959963984540054): readonly [number, number] {
  if (trials === 0) return [0, 1];
  const p = successes / trials;
  const centre = p + (z * z) / (2 * trials);
  const spread = z * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}
