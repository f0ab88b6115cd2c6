/** A chart is drawn twice, for wide and for narrow pages: letters that shrink with the picture cannot be read. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
}

const WIDE = 820;
const NARROW = 328;

/** A pleasant shape for lines (`rows` is `null`); rows need a height of their own. */
export function chartSizes(rows: number | null): readonly ChartSize[] {
  return [
    { width: WIDE, height: rows === null ? 290 : 84 + 38 * rows, narrow: false },
    { width: NARROW, height: rows === null ? 250 : 100 + 52 * rows, narrow: true },
  ];
}
