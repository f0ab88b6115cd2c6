import type { Locale } from '../../domain/locale.ts';
import type { CheckAction } from '../../domain/pull-request/check-run.ts';
import { textsIn } from '../texts/texts-in.ts';

/** The buttons under a check, with words that fit GitHub's limits in every language. */
export function checkActions(
  identifiers: readonly CheckAction['identifier'][],
  locale: Locale,
): readonly CheckAction[] {
  const { button } = textsIn(locale);
  return identifiers.map((identifier) => ({ identifier, ...button[identifier] }));
}
