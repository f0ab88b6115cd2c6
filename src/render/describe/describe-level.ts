import type { Locale } from '../../domain/locale.ts';
import type { RiskLevel } from '../../domain/risk/risk-level.ts';
import { textsIn } from '../texts/texts-in.ts';

/** `high risk`, リスク「高」. */
export function describeLevel(level: RiskLevel, locale: Locale): string {
  return textsIn(locale).atLevel[level];
}
