import type { Locale } from '../../domain/locale.ts';
import type { Opinion } from '../../domain/pull-request/opinion.ts';
import type { RiskLevel } from '../../domain/risk/risk-level.ts';
import type { Conclusion } from '../../domain/statement/decision.ts';
import type { FieldStatement } from '../../domain/statement/impact-statement.ts';
import type { StatementPolicy } from '../../domain/statement/statement-policy.ts';
import { describeFinding } from '../describe/describe-finding.ts';
import { describeMatch } from '../describe/describe-match.ts';
import { describeReason } from '../describe/describe-reason.ts';
import { relevantFindings } from '../describe/relevant-findings.ts';
import { plainInk } from '../ink.ts';
import { fieldName } from '../section/field-name.ts';
import type { Texts } from '../texts/texts.ts';
import { textsIn } from '../texts/texts-in.ts';
import { displayWidth, padTo } from './display-width.ts';
import { type Paint, paintWith } from './paint.ts';

const CONCLUSION_MARKS = {
  success: ['✔', 'green'],
  neutral: ['●', 'yellow'],
  failure: ['✖', 'red'],
} as const satisfies Record<Conclusion, readonly [string, Parameters<Paint>[0]]>;

const LEVEL_COLORS = {
  low: 'green',
  medium: 'yellow',
  high: 'red',
  unknown: 'magenta',
} as const satisfies Record<RiskLevel, Parameters<Paint>[0]>;

export interface TerminalOptions {
  readonly locale: Locale;
  readonly colors: boolean;
  /** Names the fields; without them their ids do. */
  readonly fields?: StatementPolicy['fields'];
}

/** A judgement for people at a terminal: conclusion, why, fields, rules, remarks. Ends with a line feed. */
export function renderCheckForTerminal(
  { statement, assessment, decision }: Pick<Opinion, 'statement' | 'assessment' | 'decision'>,
  { locale, colors, fields = [] }: TerminalOptions,
): string {
  const texts = textsIn(locale);
  const paint = paintWith(colors);
  const options = { ink: plainInk, fields };
  const [mark, color] = CONCLUSION_MARKS[decision.conclusion];
  const headline = decision.reasons[0] === undefined ? '' : texts.headline[decision.reasons[0].code];
  const setByHand = assessment.setBy === undefined ? [] : [texts.check.setBy(plainInk.text(assessment.setBy))];
  const reasons = decision.reasons.map((reason) => describeReason(reason, locale, options));
  const parts: readonly (readonly [string, FieldStatement])[] = [
    [texts.terminal.statement, statement],
    ...Object.entries(statement.fields).map(([id, field]): readonly [string, FieldStatement] => [
      plainInk.text(fieldName(id, fields, locale), 40),
      field,
    ]),
  ];
  const facts: readonly (readonly [string, string])[] = [
    [texts.terminal.conclusion, paint(color, decision.conclusion)],
    [texts.terminal.risk, paint(LEVEL_COLORS[assessment.level], texts.level[assessment.level])],
    ...parts.map(([name, part]): readonly [string, string] => [name, describePart(part, texts, paint)]),
  ];
  return `${[
    paint('bold', `${paint(color, mark)} ${headline}`),
    alignPairs(facts),
    ...list(texts.terminal.why, [...reasons, ...setByHand], paint),
    ...list(
      texts.terminal.rules,
      assessment.matches.map((match) => describeMatch(match, locale, { ink: plainInk })),
      paint,
    ),
    ...list(
      texts.terminal.findings,
      relevantFindings({ statement, decision }).map((finding) => describeFinding(finding, locale, options)),
      paint,
    ),
  ].join('\n\n')}\n`;
}

function describePart({ verdict, quote }: FieldStatement, texts: Texts, paint: Paint): string {
  if (quote === undefined) return texts.verdict[verdict];
  const lines = texts.check.lines({ first: quote.firstLine, last: quote.lastLine });
  const words = texts.quoted(plainInk.text(quote.text, 60));
  return `${texts.verdict[verdict]}  ${words} ${paint('dim', lines)}`;
}

function alignPairs(pairs: readonly (readonly [string, string])[]): string {
  const width = Math.max(...pairs.map(([name]) => displayWidth(name)));
  return pairs.map(([name, value]) => `  ${padTo(name, width)}  ${value}`).join('\n');
}

function list(title: string, items: readonly string[], paint: Paint): readonly string[] {
  return items.length === 0 ? [] : [[paint('bold', title), ...items.map((item) => `  • ${item}`)].join('\n')];
}
