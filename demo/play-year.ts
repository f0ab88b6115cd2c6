import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderColumns } from '../src/cli/render-columns.ts';
import type { Report } from '../src/domain/report/report.ts';
import type { TriedAction } from '../src/domain/report/tried-action.ts';
import type { VerdictAnswer } from '../src/domain/improvement/verdict.ts';
import type { Locale } from '../src/domain/locale.ts';
import { openSqlite } from '../src/open-database.ts';
import { leadOf, describeVerdict } from '../src/render/report/describe-verdict.ts';
import { renderReportHtml } from '../src/render/report/html/render-report-html.ts';
import { reportContext } from '../src/render/report/report-context.ts';
import type { GeneratedYear } from '../test/support/simulated-year/generated-year.ts';
import { generateYear } from '../test/support/simulated-year/generate-year.ts';
import { TEAM_YEAR } from '../test/support/simulated-year/plans.ts';
import { reportYear } from '../test/support/simulated-year/report-year.ts';
import { storeYear } from '../test/support/simulated-year/store-year.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** What is true of each action, and what a report that is honest has to say. */
const TRUTHS: Readonly<Record<string, { readonly truth: string; readonly expected: VerdictAnswer }>> = {
  'impact-statements': { truth: 'works: half of them remain', expected: 'improved' },
  'release-notes': { truth: 'does nothing', expected: 'cannot-tell' },
  'rollback-drills': { truth: 'works, on what is rare', expected: 'cannot-tell' },
};

export interface PlayedYear {
  /** To be printed. */
  readonly text: string;
  readonly surprises: readonly string[];
}

/**
 * A generated year goes through the store into the report, whose verdicts are held against the truth. `folder` is
 * emptied first; the pages and the database stay in it, to look at.
 */
export async function playYear(folder: string): Promise<PlayedYear> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const year = generateYear(TEAM_YEAR);
  const clock = { now: () => year.endsAt };
  const path = join(folder, 'year.db');
  const { store } = await openSqlite({ path, role: 'worker', clock, log: silent });
  try {
    await storeYear(store, year);
    const report = await reportYear(store, year);
    const pages = { en: join(folder, 'report.en.html'), ja: join(folder, 'report.ja.html') };
    for (const locale of ['en', 'ja'] as const) {
      await writeFile(pages[locale], renderReportHtml(report, styleIn(locale)));
    }
    const text = [
      tell(year, report),
      `The whole report: ${pages.en}, ${pages.ja}`,
      `The same and others: npm run hiyari -- report --database ${path} --period ${report.period.id}`,
    ];
    return { text: text.join('\n'), surprises: report.tried.flatMap(surprisesOf) };
  } finally {
    await store.close();
  }
}

function styleIn(locale: Locale) {
  return { locale, repositoryUrl: 'https://github.com/acme/shop', limit: 100 };
}

function surprisesOf({ id, answer }: TriedAction): string[] {
  const expected = TRUTHS[id]?.expected;
  return answer === expected ? [] : [`the report says ${answer} of ${id}, and should say ${expected}`];
}

function tell({ plan, changes, incidents }: GeneratedYear, report: Report): string {
  const english = reportContext(styleIn('en'));
  const rows = report.tried.map((action) => {
    const right = surprisesOf(action).length === 0;
    const { effect } = action;
    const { lower = null, upper = null } = effect?.interval ?? {};
    return [
      right ? '✔' : '✖',
      action.title,
      TRUTHS[action.id]?.truth ?? '–',
      action.answer,
      figure(effect?.ratio ?? null),
      `${figure(lower)} to ${figure(upper, 'any')}`,
      figure(action.detectable),
    ];
  });
  return [
    `A year of a team that tries three things on one day (seed ${plan.seed}: ${changes.length} changes, ${incidents.length} incidents), from the store into the report`,
    '',
    renderColumns(['', 'Action', 'The truth', 'Verdict', 'Ratio', '95 %', 'Could have shown'], rows),
    ...(['en', 'ja'] as const).map((locale) => {
      const context = reportContext(styleIn(locale));
      return leadOf(report, context).join(context.verdicts.gap);
    }),
    '',
    ...report.tried.map((action) => `“${action.title}”: ${describeVerdict(action, report, english).join(' ')}`),
    '',
    'That something does nothing can never be shown, only that no larger effect was missed: the last column says how large.',
  ].join('\n');
}

function figure(value: number | null, none = '–'): string {
  return value === null ? none : value.toFixed(2);
}
