import type { Exposure } from '../exposure/exposure.ts';
import type { SizeClass } from './change-cell.ts';

/** By changed lines. A list that was cut short says nothing of the size. */
export function classifySize({
  additions,
  deletions,
  incomplete,
}: Pick<Exposure, 'additions' | 'deletions' | 'incomplete'>): SizeClass {
  if (incomplete !== undefined) return 'unknown';
  const lines = additions + deletions;
  if (lines <= 10) return 'xs';
  if (lines <= 100) return 's';
  return lines <= 1_000 ? 'm' : 'l';
}
