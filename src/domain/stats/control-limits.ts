/** One point of a chart with its own limits. */
export interface ControlPoint {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** `center` is `null` without data. */
export interface ControlChart {
  readonly center: number | null;
  readonly points: readonly ControlPoint[];
  /** Zero-based indexes of the points beyond their limits. */
  readonly signals: readonly number[];
}

export function controlChart(center: number | null, points: readonly ControlPoint[]): ControlChart {
  const signals = points.flatMap((point, i) => (point.value > point.upper || point.value < point.lower ? [i] : []));
  return { center, points, signals };
}
