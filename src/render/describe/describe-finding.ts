import type { Locale } from '../../domain/locale.ts';
import type { Finding } from '../../domain/statement/impact-statement.ts';
import { type Ink, markdownInk } from '../ink.ts';
import { fieldName } from '../section/field-name.ts';
import { pickHeadings } from '../section/pick-heading.ts';
import type { Texts } from '../texts/texts.ts';
import { textsIn } from '../texts/texts-in.ts';
import type { DescribeOptions } from './describe-options.ts';
import { listSome } from './list-some.ts';

/** How many headings are named where any of many would do. */
const EXAMPLES = 3;

/** One finding on the description as a sentence, in Markdown or plain text. */
export function describeFinding(
  finding: Finding,
  locale: Locale,
  { ink = markdownInk, fields = [] }: DescribeOptions = {},
): string {
  const texts = textsIn(locale);
  const words = texts.finding;
  const named = (id: string): string => ink.text(fieldName(id, fields, locale), 120);
  const quoted = (items: readonly string[]): string =>
    listSome(
      items.map((item) => quote(item, texts, ink)),
      locale,
      { joined: 'oneOf' },
    );
  switch (finding.code) {
    case 'section-missing':
      return words['section-missing']({ headings: quoted(pickHeadings(finding.headings, locale, EXAMPLES)) });
    case 'section-placeholder':
      return words['section-placeholder']({ heading: quote(finding.heading, texts, ink), line: finding.line });
    case 'field-missing':
      return words['field-missing']({
        field: named(finding.field),
        headings: quoted(pickHeadings(finding.headings, locale, EXAMPLES)),
      });
    case 'field-placeholder':
      return words['field-placeholder']({ field: named(finding.field), line: finding.line });
    case 'level-without-reason': {
      const field = finding.field === undefined ? null : named(finding.field);
      return words['level-without-reason']({ field, text: quote(finding.text, texts, ink), line: finding.line });
    }
    case 'none-without-reason': {
      const field = finding.field === undefined ? null : named(finding.field);
      return words['none-without-reason']({ field, line: finding.line });
    }
    case 'sections-disagree': {
      const places = finding.lines.map((line, at) => {
        const verdict = finding.verdicts[at];
        const place = texts.check.lines({ first: line, last: line });
        return verdict === undefined ? place : `${place}: ${texts.verdict[verdict]}`;
      });
      return words['sections-disagree']({ places: listSome(places, locale) });
    }
    case 'choose-exactly-one':
      return words['choose-exactly-one']({
        options: quoted(finding.options),
        chosen: finding.chosen,
        line: finding.line,
      });
    case 'hidden-heading':
      return words['hidden-heading']({ where: finding.where, line: finding.line });
    case 'body-truncated':
      return words['body-truncated']({ limit: finding.limit });
  }
}

function quote(text: string, texts: Texts, ink: Ink): string {
  return texts.quoted(ink.text(text, 120));
}
