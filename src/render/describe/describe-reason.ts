import type { Locale } from '../../domain/locale.ts';
import type { DecisionReason } from '../../domain/statement/decision.ts';
import { markdownInk } from '../ink.ts';
import { fieldName } from '../section/field-name.ts';
import { textsIn } from '../texts/texts-in.ts';
import type { DescribeOptions } from './describe-options.ts';
import { listSome } from './list-some.ts';

/** One reason of a decision as a sentence, in Markdown or plain text. */
export function describeReason(
  reason: DecisionReason,
  locale: Locale,
  { ink = markdownInk, fields = [] }: DescribeOptions = {},
): string {
  const words = textsIn(locale).reason;
  switch (reason.code) {
    case 'exempt-author':
    case 'exempt-bot':
      return words[reason.code]({ login: ink.text(reason.login) });
    case 'exempt-paths':
      return words['exempt-paths']({ globs: listSome(reason.globs.map(ink.code), locale) });
    case 'exempt-revert':
    case 'inherited':
      return words[reason.code]({ number: reason.number });
    case 'overridden':
      return words.overridden({ by: ink.text(reason.by), reason: ink.text(reason.reason) });
    case 'none-accepted':
      return words['none-accepted']({ level: reason.level });
    case 'none-above-limit':
      return words['none-above-limit']({ level: reason.level, allowedUpTo: reason.allowedUpTo });
    case 'fields-required': {
      const names = reason.fields.map((id) => ink.strong(fieldName(id, fields, locale)));
      return words['fields-required']({ fields: listSome(names, locale, { shown: 10 }), level: reason.level });
    }
    case 'risk-unknown':
      return words['risk-unknown']({ because: reason.because });
    case 'config-broken':
      return words['config-broken']({ problems: reason.problems });
    case 'windows-open': {
      const numbers = listSome(
        reason.numbers.map((number) => `#${number}`),
        locale,
        { shown: 10 },
      );
      return words['windows-open']({ numbers, count: reason.numbers.length, blockAfter: reason.blockAfter });
    }
    case 'line-stopped':
      return words['line-stopped']({ project: ink.strong(reason.project), issue: reason.issue, level: reason.level });
    case 'mode-off':
    case 'stated':
    case 'none-without-reason':
    case 'statement-missing':
    case 'statement-placeholder':
      return words[reason.code];
  }
}
