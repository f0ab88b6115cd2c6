import type { Threshold } from './risk-rule.ts';

export function meetsThreshold({ comparison, value }: Threshold, measured: number): boolean {
  switch (comparison) {
    case '>=':
      return measured >= value;
    case '>':
      return measured > value;
    case '<=':
      return measured <= value;
    case '<':
      return measured < value;
    case '=':
      return measured === value;
  }
}
