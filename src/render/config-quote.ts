import type { ValueFormat } from '../config/config-problem.ts';

/** One line and short: it may come from anybody, and stands in the middle of a sentence. */
export function quotable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ');
  const characters = [...line];
  return characters.length <= 80 ? line : `${characters.slice(0, 79).join('')}…`;
}

export function quotableList(values: readonly string[]): string {
  return values.map(quotable).join(', ');
}

/** The same in every language. */
export const FORMAT_EXAMPLES: Readonly<Record<ValueFormat, string>> = {
  duration: '30m, 24h, 7d, 2w',
  days: '180d, 26w',
  threshold: '">= 800", "> 20", "= 1"',
  percentage: '95%, 99.5%',
  date: '2026-08-01',
  id: 'blast-radius, schema',
  'whole-number': '3',
  repository: 'acme/incidents, .',
  team: 'acme/payments',
  person: 'ada, acme/payments',
  extends: 'acme/.github, acme/.github:impact/base.yml@v2',
  label: '"area: database"',
};
