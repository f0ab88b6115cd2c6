export type Matrix = readonly (readonly number[])[];

export interface LeastSquares {
  /** One a column; `null` where the column is a combination of earlier ones. */
  readonly coefficients: readonly (number | null)[];
  /** (XᵀWX)⁻¹ over the columns kept; rows and columns of the others are `null`. */
  readonly inverse: readonly (readonly (number | null)[])[];
  readonly rank: number;
}

/** A column whose remainder falls below this share of its length adds nothing (R's `lm` uses the same). */
const COLLINEAR = 1e-7;

/**
 * Weighted least squares by modified Gram–Schmidt with a second pass (as stable as Householder's), columns in their
 * order; a column that depends on those before it is left out, not an error.
 * Source: Å. Björck, Numerical Methods for Least Squares Problems, 1996, section 2.4.
 */
export function leastSquares(x: Matrix, y: readonly number[], weights: readonly number[]): LeastSquares {
  const columns = x[0]?.length ?? 0;
  const root = weights.map(Math.sqrt);
  const basis: number[][] = [];
  const kept: number[] = [];
  const r: number[][] = [];
  for (let j = 0; j < columns; j++) {
    const column = x.map((row, i) => (row[j] ?? 0) * (root[i] ?? 0));
    const length = norm(column);
    const above = project(column, basis);
    const again = project(column, basis);
    const rest = norm(column);
    if (!(rest > COLLINEAR * length)) continue;
    basis.push(column.map((value) => value / rest));
    r.push([...above.map((value, k) => value + (again[k] ?? 0)), rest]);
    kept.push(j);
  }
  const target = y.map((value, i) => value * (root[i] ?? 0));
  const first = project(target, basis);
  const second = project(target, basis);
  const solution = backSolve(
    r,
    first.map((value, k) => value + (second[k] ?? 0)),
  );
  return {
    coefficients: spread(columns, kept, solution),
    inverse: spreadMatrix(columns, kept, inverseOfGram(r)),
    rank: kept.length,
  };
}

/** Takes the parts along the basis out of a vector, in place, and returns their sizes. */
function project(vector: number[], basis: Matrix): number[] {
  return basis.map((unit) => {
    let size = 0;
    for (let i = 0; i < vector.length; i++) size += (unit[i] ?? 0) * (vector[i] ?? 0);
    for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) - size * (unit[i] ?? 0);
    return size;
  });
}

function norm(vector: readonly number[]): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

/** Solves R b = q for an upper triangle stored by columns: r[j] holds R[0..j][j]. */
function backSolve(r: Matrix, q: readonly number[]): number[] {
  const b = [...q];
  for (let j = r.length - 1; j >= 0; j--) {
    const column = r[j] ?? [];
    const value = (b[j] ?? 0) / (column[j] ?? 1);
    b[j] = value;
    for (let i = 0; i < j; i++) b[i] = (b[i] ?? 0) - value * (column[i] ?? 0);
  }
  return b;
}

/** (RᵀR)⁻¹ = R⁻¹R⁻ᵀ. */
function inverseOfGram(r: Matrix): number[][] {
  const size = r.length;
  const inverse = r.map((_, j) => backSolve(r, unit(size, j)));
  return r.map((_, i) =>
    r.map((__, j) => {
      let sum = 0;
      for (const column of inverse) sum += (column[i] ?? 0) * (column[j] ?? 0);
      return sum;
    }),
  );
}

function unit(size: number, index: number): number[] {
  return Array.from({ length: size }, (_, i) => (i === index ? 1 : 0));
}

function spread(columns: number, kept: readonly number[], values: readonly number[]): (number | null)[] {
  const all: (number | null)[] = Array.from({ length: columns }, () => null);
  kept.forEach((column, k) => {
    all[column] = values[k] ?? null;
  });
  return all;
}

function spreadMatrix(columns: number, kept: readonly number[], values: Matrix): (number | null)[][] {
  const all = Array.from({ length: columns }, () => spread(columns, [], []));
  kept.forEach((column, k) => {
    all[column] = spread(columns, kept, values[k] ?? []);
  });
  return all;
}
