import type { Locale } from '../../domain/locale.ts';
import type { FieldStatement } from '../../domain/statement/impact-statement.ts';
import { describeFinding } from '../describe/describe-finding.ts';
import { describeMatch } from '../describe/describe-match.ts';
import { relevantFindings } from '../describe/relevant-findings.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { fieldName } from '../section/field-name.ts';
import type { Texts } from '../texts/texts.ts';
import { textsIn } from '../texts/texts-in.ts';
import type { JudgedPullRequest } from './judged-pull-request.ts';
import { bullets } from '../layout/bullets.ts';
import { renderTable } from '../layout/render-table.ts';

/** The details of one pull request, in blocks: what was read and how it was judged, remarks, every rule that matched. */
export function renderDetails({ opinion, policy }: JudgedPullRequest, locale: Locale): readonly string[] {
  const texts = textsIn(locale);
  const { assessment } = opinion;
  const findings = relevantFindings(opinion).map((finding) =>
    describeFinding(finding, locale, { fields: policy.fields }),
  );
  const rules = assessment.matches.map((match) => describeMatch(match, locale, { paths: 20 }));
  return [
    `### ${texts.check.read}`,
    renderRead({ opinion, policy }, texts, locale),
    ...(findings.length > 0 ? [`### ${texts.check.findings}`, bullets(findings)] : []),
    ...(rules.length > 0 ? [`### ${texts.check.rules}`, bullets(rules)] : []),
  ];
}

function renderRead(
  { opinion: { statement }, policy }: Pick<JudgedPullRequest, 'opinion' | 'policy'>,
  texts: Texts,
  locale: Locale,
): string {
  const parts: readonly (readonly [string, FieldStatement])[] = [
    [statement.heading ?? texts.check.wholeStatement, statement],
    ...Object.entries(statement.fields).map(([id, field]): readonly [string, FieldStatement] => [
      fieldName(id, policy.fields, locale),
      field,
    ]),
  ];
  if (parts.every(([, { verdict }]) => verdict === 'missing')) return texts.check.nothingRead;
  return renderTable(
    [texts.check.part, texts.check.verdictColumn, texts.check.words],
    parts.map(([name, part]) => [escapeMarkdown(name, 120), texts.verdict[part.verdict], renderWords(part, texts)]),
  );
}

function renderWords({ quote, reason }: FieldStatement, texts: Texts): string {
  const quoted =
    quote === undefined
      ? texts.check.notFound
      : texts.quoted(escapeMarkdown(quote.text, 160)) +
        texts.inBrackets(texts.check.lines({ first: quote.firstLine, last: quote.lastLine }));
  return reason === undefined ? quoted : quoted + texts.check.reasonGiven(escapeMarkdown(reason, 160));
}
