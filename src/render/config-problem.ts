import type { ConfigFault, ConfigNotice, ConfigProblem } from '../config/config-problem.ts';
import type { Locale } from '../domain/locale.ts';
import { describeProblemEn } from './config-problem-en.ts';
import { describeProblemJa } from './config-problem-ja.ts';
import { quotable } from './config-quote.ts';

/**
 * What is wrong, what is allowed and what to do, as one line of plain text without the place. It quotes what the file
 * says: escape it before it goes into Markdown or HTML.
 */
export function describeProblem(problem: ConfigProblem | ConfigFault, locale: Locale): string {
  return locale === 'ja' ? describeProblemJa(problem) : describeProblemEn(problem);
}

export function describeNotice(notice: ConfigNotice, locale: Locale): string {
  return locale === 'ja'
    ? `「${quotable(notice.path)}」はまだ有効ではありません。書き方は確認済みですが、この機能が使えるようになるまで何も起こりません。`
    : `"${quotable(notice.path)}" is not active yet: it is read and checked, and has no effect until its feature exists.`;
}
