import { defineCommand } from 'citty';
import { LOCALES } from '../../domain/locale.ts';
import { DAY_MS, dayOf } from '../../domain/calendar.ts';
import { parsePeriod } from '../../domain/report/parse-period.ts';
import type { Report } from '../../domain/report/report.ts';
import type { ReportPeriod } from '../../domain/report/report-period.ts';
import type { Store } from '../../ports/store.ts';
import { renderReportMarkdown } from '../../render/report/markdown/render-report-markdown.ts';
import { renderReportCsv } from '../../render/report/render-report-csv.ts';
import type { ReportStyle } from '../../render/report/report-context.ts';
import { fullName } from '../../domain/pull-request/full-name.ts';
import { gatherReport, type GatherReportDeps } from '../../usecases/gather-report.ts';
import { type ExitCode, UsageError } from '../cli-error.ts';
import { type Arguments, readArguments, readChoice } from '../read-arguments.ts';
import { findConfig, findProject, findRepository } from '../stored-repository.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { cliTexts } from '../texts/cli-texts.ts';
import { type ReportTexts, reportTexts } from '../texts/report-texts.ts';

export interface ReportParts extends GatherReportDeps {
  readonly store: GatherReportDeps['store'] & Pick<Store, 'repositories' | 'baseFiles'>;
  /** `https://github.com`, or where else the repositories are. */
  readonly webUrl: string;
  readonly write: (path: string, text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the database, also to count what has changed in it. */
export type OpenReport = (path: string | undefined) => Promise<ReportParts>;

const FORMATS = ['md', 'html', 'json', 'csv'] as const;
type Format = (typeof FORMATS)[number];

/** Rows of a table in a page to keep. */
const ROWS = 100;

/** `hiyari report [OWNER/NAME]`. */
export function reportCommand(terminal: Terminal, open: OpenReport) {
  const { about, option } = reportTexts(terminal.locale);
  const args = {
    repository: { type: 'positional', required: false, valueHint: 'OWNER/NAME', description: option.repository },
    project: { type: 'string', valueHint: 'NAME', description: option.project },
    period: { type: 'string', valueHint: 'PERIOD', description: option.period },
    format: { type: 'string', valueHint: FORMATS.join('|'), description: option.format },
    out: { type: 'string', valueHint: 'PATH', description: option.out },
    config: { type: 'string', valueHint: 'F', description: option.config },
    database: { type: 'string', valueHint: 'F', description: option.database },
    json: { type: 'boolean', description: option.json },
    locale: { type: 'string', valueHint: 'en|ja', description: option.locale },
  } as const;
  return defineCommand({
    meta: { name: 'report', description: about },
    args,
    run: async ({ rawArgs }) =>
      runReport(terminal, open, readArguments(rawArgs, args, cliTexts(terminal.locale).error)),
  });
}

async function runReport(terminal: Terminal, open: OpenReport, args: Arguments): Promise<ExitCode> {
  const { error } = cliTexts(terminal.locale);
  const words = reportTexts(terminal.locale);
  if (args.words.length > 1) throw new UsageError(words.oneRepository);
  const asked = readChoice(args, 'format', FORMATS, error);
  if (args.flag('json') && asked !== undefined && asked !== 'json') throw new UsageError(words.jsonOrFormat);
  const format = args.flag('json') ? 'json' : (asked ?? 'md');
  const out = args.value('out');
  if (format === 'csv' && out === undefined) throw new UsageError(words.csvNeedsOut);
  const spoken = readChoice(args, 'locale', LOCALES, error);
  const parts = await open(args.value('database'));
  try {
    const today = parts.clock.now() / DAY_MS;
    const period = readPeriod(args.value('period') ?? 'month', today, words);
    const repository = await findRepository(parts, args.words[0], words);
    const { config } = await findConfig(terminal, parts, repository, args.value('config'), words);
    const project = findProject(config.projects, args.value('project'), words);
    const report = await gatherReport(parts, { repository, config, project, period, audience: 'local' });
    if (report.empty) terminal.err(`${words.nothing(fullName(repository))}\n`);
    const style = {
      locale: spoken ?? config.locale,
      repositoryUrl: `${parts.webUrl}/${fullName(repository)}`,
      limit: ROWS,
    };
    await deliver(terminal, parts, { report, format, style, out }, words);
    return 0;
  } finally {
    await parts.close();
  }
}

interface Delivery {
  readonly report: Report;
  readonly format: Format;
  readonly style: ReportStyle;
  readonly out: string | undefined;
}

async function deliver(
  terminal: Terminal,
  { write }: ReportParts,
  { report, format, style, out }: Delivery,
  words: ReportTexts,
): Promise<void> {
  const document = { schema: 'hiyari.report/1', ...report };
  if (out === undefined && format === 'json') return printJson(terminal, document);
  if (format === 'csv' && out !== undefined) {
    for (const [name, text] of renderReportCsv(report)) await write(`${out}/${name}`, text);
  } else {
    const text = format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : await pageOf(report, format, style);
    if (out === undefined) return terminal.out(text);
    await write(out, text);
  }
  terminal.err(`${words.wrote(out ?? '')}\n`);
}

/** What draws charts is large: it is loaded for pages alone. */
async function pageOf(report: Report, format: Format, style: ReportStyle): Promise<string> {
  if (format === 'html') {
    const { renderReportHtml } = await import('../../render/report/html/render-report-html.ts');
    return renderReportHtml(report, style);
  }
  return renderReportMarkdown(report, { ...style, titled: true, marker: null, previousUrl: null });
}

function readPeriod(text: string, today: number, words: ReportTexts): ReportPeriod {
  const period = parsePeriod(text, today);
  if (period === null) throw new UsageError(words.badPeriod(text));
  if (dayOf(period.from) > today) throw new UsageError(words.notYet(period.id));
  return period;
}
