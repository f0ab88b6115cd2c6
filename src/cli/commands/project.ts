import { defineCommand } from 'citty';
import { parseDate } from '../../config/parse-date.ts';
import { LOCALES } from '../../domain/locale.ts';
import { analyzeProjects } from '../../domain/project/analyze-projects.ts';
import type { ProjectAnalysis } from '../../domain/project/project-analysis.ts';
import { DAY_MS, dayOf, isoDay } from '../../domain/calendar.ts';
import { projectReport } from '../../render/project/project-report.ts';
import { projectSentences } from '../../render/project/project-sentences.ts';
import { projectTexts } from '../../render/project/project-texts.ts';
import { renderProjectMarkdown } from '../../render/project/render-project-markdown.ts';
import { fullName } from '../../domain/pull-request/full-name.ts';
import { loadRecord } from '../../usecases/load-record.ts';
import { blocksForTerminal } from '../blocks-for-terminal.ts';
import { type ExitCode, UsageError } from '../cli-error.ts';
import { type Arguments, readArguments, readChoice } from '../read-arguments.ts';
import { findConfig, findProject, findRepository } from '../stored-repository.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { cliTexts } from '../texts/cli-texts.ts';
import { type ProjectCommandTexts, projectCommandTexts } from '../texts/project-command-texts.ts';
import { reportTexts } from '../texts/report-texts.ts';
import type { OpenReport } from './report.ts';

const DEFAULT_DAYS = 26 * 7;

/** `hiyari project NAME`. */
export function projectCommand(terminal: Terminal, open: OpenReport) {
  const { about, option } = projectCommandTexts(terminal.locale);
  const args = {
    name: { type: 'positional', required: false, valueHint: 'NAME', description: option.name },
    repo: { type: 'string', valueHint: 'o/r', description: option.repository },
    since: { type: 'string', valueHint: 'DATE', description: option.since },
    config: { type: 'string', valueHint: 'F', description: option.config },
    database: { type: 'string', valueHint: 'F', description: option.database },
    json: { type: 'boolean', description: option.json },
    md: { type: 'boolean', description: option.md },
    locale: { type: 'string', valueHint: 'en|ja', description: option.locale },
  } as const;
  return defineCommand({
    meta: { name: 'project', description: about },
    args,
    run: async ({ rawArgs }) =>
      runProject(terminal, open, readArguments(rawArgs, args, cliTexts(terminal.locale).error)),
  });
}

async function runProject(terminal: Terminal, open: OpenReport, args: Arguments): Promise<ExitCode> {
  const words = projectCommandTexts(terminal.locale);
  const spoken = readChoice(args, 'locale', LOCALES, cliTexts(terminal.locale).error);
  if (args.flag('json') && args.flag('md')) throw new UsageError(words.jsonOrMd);
  const parts = await open(args.value('database'));
  try {
    const found = reportTexts(terminal.locale);
    const period = readPeriod(args.value('since'), parts.clock.now(), words);
    const repository = await findRepository(parts, args.value('repo'), found);
    const { config } = await findConfig(terminal, parts, repository, args.value('config'), found);
    const known = config.projects.map(({ id }) => id).join(', ');
    if (args.words.length !== 1) throw new UsageError(words.oneProject(known));
    const project = findProject(config.projects, args.words[0], found);
    const record = await loadRecord(parts, repository, config, new Date(parts.clock.now()).toISOString());
    const analysis = analyzeProjects(record, config.projects, period).find((one) => one.project === project?.id);
    if (analysis === undefined) throw new UsageError(words.oneProject(known));
    const locale = spoken ?? terminal.locale;
    if (args.flag('json')) printJson(terminal, toJson(fullName(repository), analysis));
    else if (args.flag('md')) terminal.out(renderProjectMarkdown(analysis, locale));
    else {
      const title = { kind: 'heading', text: projectTexts(locale).title(analysis.title) } as const;
      terminal.out(blocksForTerminal([title, ...projectReport(analysis, locale)]));
    }
    return 0;
  } finally {
    await parts.close();
  }
}

/** Whole days in UTC, today among them. */
function readPeriod(since: string | undefined, now: number, words: ProjectCommandTexts) {
  const to = Math.floor(now / DAY_MS) + 1;
  if (since === undefined) return { from: to - DEFAULT_DAYS, to };
  const day = parseDate(since);
  if (day === undefined || Date.parse(day) >= now) throw new UsageError(words.badSince(since));
  return { from: dayOf(day), to };
}

/** `schemas/hiyari.project.1.schema.json`. */
function toJson(repository: string, analysis: ProjectAnalysis) {
  const { project, title, period, trend, ...rest } = analysis;
  const inDays = ({ from, to, ...counts }: ProjectAnalysis['trend']['weeks'][number]) => ({
    from: isoDay(from),
    to: isoDay(to),
    ...counts,
  });
  return {
    schema: 'hiyari.project/1',
    repository,
    project,
    title,
    from: isoDay(period.from),
    to: isoDay(period.to),
    sentences: { en: projectSentences(analysis, 'en'), ja: projectSentences(analysis, 'ja') },
    ...rest,
    trend: { weeks: trend.weeks.map(inDays), fourWeeks: trend.fourWeeks.map(inDays), recent: trend.recent },
  };
}
