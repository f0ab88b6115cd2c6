import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { STATEMENT_VERDICTS, type StatementVerdict } from '../src/domain/statement/impact-statement.ts';
import { judgeStatement } from '../src/domain/statement/judge-statement.ts';
import type { StatementPolicy } from '../src/domain/statement/statement-policy.ts';
import type { Template } from '../src/domain/statement/template.ts';

/** One line of `bodies/index.json`: a body, the heading to judge, and the verdict that people gave. */
interface BodyCase {
  readonly file: string;
  readonly heading: string;
  readonly verdict: StatementVerdict;
  readonly template?: string | null;
  readonly why?: string;
}

/** One line of `templates/index.json`: a template and its headings, all of which judge as placeholders unedited. */
interface TemplateCase {
  readonly file: string;
  readonly headings: readonly string[];
}

export interface CasesReport {
  /** Expected verdict → judged verdict → count. */
  readonly confusion: Readonly<Record<StatementVerdict, Readonly<Record<StatementVerdict, number>>>>;
  readonly disagreements: readonly string[];
  readonly bodies: { readonly right: number; readonly all: number };
  readonly templates: { readonly right: number; readonly all: number };
  readonly blind: { readonly right: number; readonly all: number };
}

/** Judges every case of a folder that holds `bodies/index.json` and `templates/index.json`. */
export async function judgeCases(directory: string): Promise<CasesReport> {
  const confusion = emptyConfusion();
  const disagreements: string[] = [];
  const bodies = await readIndex<BodyCase>(join(directory, 'bodies'));
  let right = 0;
  for (const each of bodies) {
    const body = await readFile(join(directory, 'bodies', each.file), 'utf8');
    const template = each.template ? await readTemplate(directory, each.template) : null;
    const { verdict } = judgeStatement(body, policyFor(each.heading), template);
    confusion[each.verdict][verdict] += 1;
    if (verdict === each.verdict) right += 1;
    else disagreements.push(`body ${each.file} [${each.heading}]: expected ${each.verdict}, judged ${verdict}`);
  }
  const templates = await readIndex<TemplateCase>(join(directory, 'templates'));
  let known = 0;
  let blind = 0;
  for (const each of templates) {
    const template = await readTemplate(directory, each.file);
    const wrong = each.headings.flatMap((heading) => {
      const { verdict } = judgeStatement(template.text, policyFor(heading), template);
      return verdict === 'placeholder' ? [] : [`template ${each.file} [${heading}]: judged ${verdict}`];
    });
    const wrongBlind = each.headings.flatMap((heading) => {
      const { verdict } = judgeStatement(template.text, policyFor(heading), null);
      return verdict === 'placeholder' ? [] : [`blind ${each.file} [${heading}]: judged ${verdict}`];
    });
    if (wrong.length === 0) known += 1;
    if (wrongBlind.length === 0) blind += 1;
    disagreements.push(...wrong, ...wrongBlind);
  }
  return {
    confusion,
    disagreements,
    bodies: { right, all: bodies.length },
    templates: { right: known, all: templates.length },
    blind: { right: blind, all: templates.length },
  };
}

/** The report as text; the last line is for machines. */
export function printCases(report: CasesReport): string {
  const width = 13;
  const cell = (text: string | number): string => String(text).padStart(width);
  const lines = [`${'expected'.padEnd(width)}${STATEMENT_VERDICTS.map(cell).join('')}`];
  for (const expected of STATEMENT_VERDICTS) {
    lines.push(
      `${expected.padEnd(width)}${STATEMENT_VERDICTS.map((verdict) => cell(report.confusion[expected][verdict])).join('')}`,
    );
  }
  lines.push('', ...report.disagreements.map((each) => `disagrees: ${each}`));
  const { bodies, templates, blind } = report;
  lines.push(
    `bodies ${bodies.right}/${bodies.all} templates ${templates.right}/${templates.all} blind ${blind.right}/${blind.all}`,
  );
  return lines.join('\n');
}

function policyFor(heading: string): StatementPolicy {
  return {
    headings: [heading],
    fields: [],
    require: { low: [], medium: [], high: [] },
    none: { allowedUpTo: 'medium', reason: 'optional' },
  };
}

async function readTemplate(directory: string, file: string): Promise<Template> {
  return { path: file, text: await readFile(join(directory, 'templates', file), 'utf8') };
}

async function readIndex<Case>(folder: string): Promise<readonly Case[]> {
  return JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as readonly Case[];
}

function emptyConfusion(): Record<StatementVerdict, Record<StatementVerdict, number>> {
  const row = (): Record<StatementVerdict, number> => ({ filled: 0, none: 0, placeholder: 0, missing: 0 });
  return { filled: row(), none: row(), placeholder: row(), missing: row() };
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const directory = process.argv[2];
  if (directory) {
    console.log(printCases(await judgeCases(resolve(directory))));
  } else {
    console.error('usage: npm run cases -- DIR   (a folder with bodies/index.json and templates/index.json)');
    process.exitCode = 2;
  }
}
