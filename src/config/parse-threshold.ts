import type { Threshold } from '../domain/risk/risk-rule.ts';

/** `>= 800`; the number is whole and below ten million. */
export function parseThreshold(text: string): Threshold | undefined {
  const match = /^(>=|<=|>|<|=) ?(\d{1,7})$/.exec(text);
  if (match === null) return undefined;
  return { comparison: match[1] as Threshold['comparison'], value: Number(match[2]) };
}
