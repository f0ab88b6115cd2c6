import type { Locale } from '../../domain/locale.ts';
import { textsIn } from '../texts/texts-in.ts';

interface ListOptions {
  readonly shown?: number;
  readonly total?: number;
  /** `a, b and c` or `a, b or c`. */
  readonly joined?: 'list' | 'oneOf';
}

/** The first `shown` items as a list in words, and how many more there are. `total` counts items that were cut before. */
export function listSome(
  items: readonly string[],
  locale: Locale,
  { shown = 5, total = items.length, joined = 'list' }: ListOptions = {},
): string {
  const texts = textsIn(locale);
  const first = items.slice(0, shown);
  const rest = Math.max(total, items.length) - first.length;
  return texts[joined](rest > 0 ? [...first, texts.andMore(rest)] : first);
}
