import type { Matrix } from './least-squares.ts';

export interface Agreement {
  /** Observed and expected share of agreement; `null` without cases. */
  readonly observed: number | null;
  readonly expected: number | null;
  /** `null` when chance alone gives full agreement (one class only). */
  readonly kappa: number | null;
}

/**
 * Agreement of two people who classified the same cases: κ = (pₒ − pₑ)/(1 − pₑ), pₑ from their own margins.
 * `table[i][j]`: cases that the first put in class i and the second in class j.
 * Source: J. Cohen, Educational and Psychological Measurement 20:37, 1960.
 */
export function cohenKappa(table: Matrix): Agreement {
  const cell = (i: number, j: number) => table[i]?.[j] ?? 0;
  const classes = Math.max(table.length, ...table.map((row) => row.length));
  const each = Array.from({ length: classes }, (_, i) => i);
  const total = table.flat().reduce((sum, count) => sum + count, 0);
  if (!(total > 0)) return { observed: null, expected: null, kappa: null };
  const observed = each.reduce((sum, i) => sum + cell(i, i), 0) / total;
  const expected = each.reduce((sum, i) => {
    const row = each.reduce((count, j) => count + cell(i, j), 0);
    const column = each.reduce((count, j) => count + cell(j, i), 0);
    return sum + (row / total) * (column / total);
  }, 0);
  return { observed, expected, kappa: expected < 1 ? (observed - expected) / (1 - expected) : null };
}
