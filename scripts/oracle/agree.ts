/**
 * Does a computed value agree with the expected one? |got − expected| ≤ tolerance × max(1, |expected|), arrays element
 * by element. An unbounded or undefined number is `null` with us, and `null`, "Infinity", "Inf" or "NaN" in a file.
 * A limit that is the same everywhere may be written as one number or as an array.
 */
export function agree(got: unknown, expected: unknown, tolerance: number): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(got)) return expected.length > 0 && expected.every((value) => agree(got, value, tolerance));
    return got.length === expected.length && expected.every((value, i) => agree(got[i], value, tolerance));
  }
  if (Array.isArray(got)) return got.length > 0 && got.every((value) => agree(value, expected, tolerance));
  if (isUnbounded(expected)) return got === null;
  if (typeof expected === 'number') {
    return typeof got === 'number' && Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected));
  }
  return got === expected;
}

function isUnbounded(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'string' && /^[+-]?(inf|infinity|nan|na)$/i.test(value);
}
