import type { ConfigFault, ConfigProblem } from '../config/config-problem.ts';
import type { Locale } from '../domain/locale.ts';
import { describeProblemEn } from './config-problem-en.ts';
import { describeProblemJa } from './config-problem-ja.ts';

/**
 * What is wrong, what is allowed and what to do, as one line of plain text without the place. It quotes what the file
 * says: escape it before it goes into Markdown or HTML.
 */
export function describeProblem(problem: ConfigProblem | ConfigFault, locale: Locale): string {
  return locale === 'ja' ? describeProblemJa(problem) : describeProblemEn(problem);
}
