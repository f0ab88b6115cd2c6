import type { Locale } from '../../domain/locale.ts';
import type { RowProblem } from '../../domain/postmortem/action-row.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { textsIn } from '../texts/texts-in.ts';
import { postmortemTexts } from './postmortem-texts.ts';

/** What is wrong with a row of the table, where, and what would do. */
export function describeRowProblem({ code, column, got, allowed }: RowProblem, locale: Locale): string {
  const texts = postmortemTexts(locale);
  // A length is a number in a sentence; the rest is to be typed.
  const values = code === 'too-long' ? allowed : allowed.map((value) => inlineCode(value, 80));
  return texts.problem[code]({
    column: column === null ? '' : texts.table.columns[column],
    got: inlineCode(got, 80),
    allowed: textsIn(locale).list(values),
  });
}
