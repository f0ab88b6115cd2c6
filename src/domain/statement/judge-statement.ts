import { type Document, readDocument, templateHeadingKeys } from './document.ts';
import { findHeadings, type HeadingMark } from './find-headings.ts';
import { findHiddenHeading } from './find-hidden-heading.ts';
import { findSection, type Section } from './find-section.ts';
import { wantedKeys } from './heading-key.ts';
import type { FieldStatement, Finding, ImpactStatement, StatementVerdict } from './impact-statement.ts';
import { judgeSection, type SectionJudgement } from './judge-section.ts';
import { BODY_LIMIT, normaliseBody } from './normalise-body.ts';
import type { FieldPolicy, StatementPolicy } from './statement-policy.ts';
import type { Template } from './template.ts';
import { closingKeys, readTemplateSection } from './template-section.ts';

/** A body may repeat a heading; how many of them are judged. */
const MOST_SECTIONS = 16;
const LONGEST_HEADING = 200;

interface Judged {
  readonly section: Section;
  readonly judgement: SectionJudgement;
}

/**
 * Finds the statement in a body and judges it. `template` is the base branch's, chosen by `chooseTemplate`; without one,
 * prompts are recognised by their form. Linear in the size of the body; never throws.
 */
export function judgeStatement(
  body: string | null,
  policy: StatementPolicy,
  template: Template | null,
): ImpactStatement {
  const wanted = wantedKeys(policy.headings);
  const fieldKeys = policy.fields.map((field) => wantedKeys(field.headings));
  const policyKeys = union([wanted, ...fieldKeys]);
  const base = template ? readTemplate(template, policyKeys) : undefined;
  const normal = normaliseBody(body);
  const document = readDocument(normal, base ? union([policyKeys, templateHeadingKeys(base)]) : policyKeys);
  const findings: Finding[] = normal.truncated ? [{ code: 'body-truncated', limit: BODY_LIMIT }] : [];

  const inner = union(fieldKeys);
  const judged = judgeAll(document, base, matching(document.marks, wanted), inner);
  const best = judged.find(({ judgement }) => judgement.verdict !== 'placeholder') ?? judged[0];
  const fields: Record<string, FieldStatement> = {};
  const fieldFindings: Finding[] = [];
  for (const [index, field] of policy.fields.entries()) {
    const keys = fieldKeys[index] ?? new Set<string>();
    fields[field.id] = judgeField(document, base, field, keys, best?.section, fieldFindings);
  }
  if (!best) {
    findings.push({ code: 'section-missing', headings: policy.headings });
    const hidden = findHiddenHeading(document.lines, wanted);
    if (hidden) findings.push(hidden);
    return { verdict: 'missing', fields, findings: [...findings, ...fieldFindings] };
  }
  const line = lineOf(document, best.section.mark);
  const heading = best.section.mark.title.slice(0, LONGEST_HEADING);
  if (best.judgement.verdict === 'placeholder') findings.push({ code: 'section-placeholder', heading, line });
  findings.push(...findingsOf(best.judgement, line));
  const verdicts = judged.map(({ judgement }) => judgement.verdict);
  if (new Set(verdicts).size > 1) {
    findings.push({
      code: 'sections-disagree',
      lines: judged.map(({ section }) => lineOf(document, section.mark)),
      verdicts,
    });
  }
  return { ...statementOf(best.judgement), heading, fields, findings: [...findings, ...fieldFindings] };
}

function readTemplate(template: Template, policyKeys: ReadonlySet<string>): Document {
  const first = readDocument(normaliseBody(template.text), policyKeys);
  const marks = findHeadings(first.lines, union([policyKeys, templateHeadingKeys(first)]));
  return { ...first, marks, markAt: new Map(marks.map((mark) => [mark.index, mark])) };
}

function matching(marks: readonly HeadingMark[], keys: ReadonlySet<string>): readonly HeadingMark[] {
  return marks.filter((mark) => mark.keys.some((key) => keys.has(key)));
}

function judgeAll(
  document: Document,
  template: Document | undefined,
  marks: readonly HeadingMark[],
  inner: ReadonlySet<string>,
): readonly Judged[] {
  const judged: Judged[] = [];
  for (const mark of marks) {
    // What an outer section owns is judged with it; so each line is judged once, and the work stays linear.
    if (mark.index < (judged.at(-1)?.section.end ?? 0)) continue;
    if (judged.length === MOST_SECTIONS) break;
    const section = findSection(document.lines, document.marks, mark, closingKeys(template, mark, inner));
    judged.push({ section, judgement: judgeSection(document, section, readTemplateSection(template, mark.keys)) });
  }
  return judged;
}

/** A field is looked for inside the statement first, then anywhere under its own heading. */
function judgeField(
  document: Document,
  template: Document | undefined,
  field: FieldPolicy,
  keys: ReadonlySet<string>,
  statement: Section | undefined,
  findings: Finding[],
): FieldStatement {
  const everywhere = document.marks.filter((mark) => mark.keys.some((key) => keys.has(key)));
  const inside = statement
    ? everywhere.filter((mark) => mark.index >= statement.start && mark.index < statement.end)
    : [];
  const judged = judgeAll(document, template, inside.length > 0 ? inside : everywhere, new Set());
  const best = judged.find(({ judgement }) => judgement.verdict !== 'placeholder') ?? judged[0];
  if (!best) {
    findings.push({ code: 'field-missing', field: field.id, headings: field.headings });
    return { verdict: 'missing' };
  }
  const line = lineOf(document, best.section.mark);
  if (best.judgement.verdict === 'placeholder') findings.push({ code: 'field-placeholder', field: field.id, line });
  findings.push(...findingsOf(best.judgement, line, field.id));
  return statementOf(best.judgement);
}

function statementOf(judgement: SectionJudgement): FieldStatement {
  return {
    verdict: judgement.verdict satisfies StatementVerdict,
    ...(judgement.quote ? { quote: judgement.quote } : {}),
    ...(judgement.reason ? { reason: judgement.reason } : {}),
  };
}

function findingsOf(judgement: SectionJudgement, line: number, field?: string): readonly Finding[] {
  const findings: Finding[] = [];
  const of = field === undefined ? {} : { field };
  const at = judgement.quote?.firstLine ?? line;
  if (judgement.levelOnly)
    findings.push({ code: 'level-without-reason', ...of, text: judgement.quote?.text ?? '', line: at });
  if (judgement.verdict === 'none' && !judgement.reason)
    findings.push({ code: 'none-without-reason', ...of, line: at });
  if (judgement.openChoice) findings.push({ code: 'choose-exactly-one', ...judgement.openChoice });
  return findings;
}

function lineOf(document: Document, mark: HeadingMark): number {
  return document.lines[mark.index]?.line ?? 1;
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
