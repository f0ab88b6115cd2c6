import type { ConfigNotice, ConfigProblem } from '../config/config-problem.ts';
import type { Locale } from '../domain/locale.ts';
import { describeNotice, describeProblem } from './config-problem.ts';

/** A problem or a notice as one line of plain text, without its place. */
export function describeRemark(remark: ConfigProblem | ConfigNotice, locale: Locale): string {
  return remark.code === 'not-active-yet' ? describeNotice(remark, locale) : describeProblem(remark, locale);
}
