import { defineCommand } from 'citty';
import { parseDate } from '../../config/parse-date.ts';
import { parseDuration } from '../../config/parse-duration.ts';
import { LOCALES } from '../../domain/locale.ts';
import type { ListedIncident } from '../../domain/incident/list-incidents.ts';
import type { RepositoryAnalysis } from '../../domain/attribution/analysis/repository-analysis.ts';
import type { Clock } from '../../ports/clock.ts';
import { type History, HistoryError } from '../../ports/history.ts';
import { renderAnalysisHtml } from '../../render/analysis/render-analysis-html.ts';
import { renderAnalysisMarkdown } from '../../render/analysis/render-analysis-markdown.ts';
import { oneLine, visibleText } from '../../render/escape/visible-text.ts';
import { analyzeRepository } from '../../usecases/analyze-repository.ts';
import { analysisForTerminal } from '../analysis-for-terminal.ts';
import { createBlameState } from '../blame-state.ts';
import { CliError, type ExitCode, UsageError } from '../cli-error.ts';
import { loadConfig } from '../load-config.ts';
import { createStageProgress } from '../stage-progress.ts';
import { readIncidentList } from '../read-incident-list.ts';
import { type Arguments, readArguments, readChoice } from '../read-arguments.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { type AnalyzeTexts, analyzeTexts } from '../texts/analyze-texts.ts';
import { cliTexts } from '../texts/cli-texts.ts';

/** What an analysis reaches out with. */
export interface AnalysisParts {
  readonly history: History;
  readonly clock: Clock;
  readonly write: (path: string, text: string) => Promise<void>;
  /** Calls back when the person wants to stop (Ctrl-C); gives the way to end listening. */
  readonly onInterrupt: (stop: () => void) => () => void;
}
export type OpenAnalysis = (repository: string) => Promise<AnalysisParts>;

/** Rows of a table on a screen, and in a report to keep. */
const SCREEN = 10;
const REPORT = 100;

/** `hiyari analyze REPO`: what a clone alone says. */
export function analyzeCommand(terminal: Terminal, open: OpenAnalysis) {
  const { about, option } = analyzeTexts(terminal.locale);
  const args = {
    repository: { type: 'positional', required: false, valueHint: 'REPO', description: option.repository },
    since: { type: 'string', valueHint: 'DAY|TIME', description: option.since },
    incidents: { type: 'string', valueHint: 'F|-', description: option.incidents },
    'blame-budget': { type: 'string', valueHint: 'TIME', description: option.blameBudget },
    state: { type: 'string', valueHint: 'F', description: option.state },
    name: { type: 'string', valueHint: 'OWNER/NAME', description: option.name },
    config: { type: 'string', valueHint: 'F', description: option.config },
    html: { type: 'string', valueHint: 'OUT', description: option.html },
    md: { type: 'boolean', description: option.md },
    json: { type: 'boolean', description: option.json },
    locale: { type: 'string', valueHint: 'en|ja', description: option.locale },
  } as const;
  return defineCommand({
    meta: { name: 'analyze', description: about },
    args,
    run: async ({ rawArgs }) =>
      runAnalyze(terminal, open, readArguments(rawArgs, args, cliTexts(terminal.locale).error)),
  });
}

async function runAnalyze(terminal: Terminal, open: OpenAnalysis, args: Arguments): Promise<ExitCode> {
  const texts = analyzeTexts(terminal.locale);
  if (args.words.length > 1) throw new UsageError(texts.oneRepository);
  if (args.flag('json') && args.flag('md')) throw new UsageError(texts.oneFormat);
  const repository = args.words[0] ?? '.';
  const { history, clock, write, onInterrupt } = await open(repository);
  const since = readSince(args.value('since'), clock, texts);
  const blameBudgetMs = readBudget(args.value('blame-budget'), texts);
  const asked = readChoice(args, 'locale', LOCALES, cliTexts(terminal.locale).error);
  const context = args.value('config') === undefined ? undefined : await loadConfig(terminal, args.value('config'));
  const locale = asked ?? context?.config.locale ?? terminal.locale;
  const incidents = await readIncidents(terminal, args.value('incidents'), texts);
  const state = await createBlameState(terminal, args.value('state'), write, texts);
  const name = args.value('name');

  const controller = new AbortController();
  const forget = onInterrupt(() => controller.abort(new CliError(texts.cancelled)));
  const progress = createStageProgress(terminal, clock, texts);
  let analysis: RepositoryAnalysis;
  try {
    analysis = await analyzeRepository(
      { history, clock, memory: state.memory, onProgress: progress },
      {
        blameBudgetMs,
        incidents,
        signal: controller.signal,
        ...(since === undefined ? {} : { since }),
        ...(name === undefined ? {} : { repository: name }),
      },
    );
  } catch (cause) {
    if (cause instanceof HistoryError)
      throw new CliError(texts.trouble[cause.code](visibleText(repository), oneLine(cause.message)), { cause });
    throw cause;
  } finally {
    terminal.progress('');
    forget();
    await state.save();
  }
  if (controller.signal.aborted) terminal.err(`${texts.stopped}\n`);
  const shown = withoutKnownRules(
    analysis,
    (context?.ruleSet.rules ?? []).map((rule) => rule.id),
  );
  const left = analysis.rules.length - shown.rules.length;
  if (left > 0)
    terminal.err(
      `${texts.already(
        analysis.rules
          .filter((rule) => !shown.rules.includes(rule))
          .map((rule) => rule.id)
          .join(', '),
      )}\n`,
    );

  const html = args.value('html');
  if (html !== undefined) {
    await write(html, renderAnalysisHtml(shown, { locale, limit: REPORT }));
    terminal.err(`${texts.wrote(html)}\n`);
  }
  if (args.flag('json')) printJson(terminal, { schema: 'hiyari.analyze/1', ...shown });
  else if (args.flag('md')) terminal.out(renderAnalysisMarkdown(shown, { locale, limit: REPORT }));
  else if (html === undefined) terminal.out(analysisForTerminal(shown, { locale, limit: SCREEN }));
  return 0;
}

function withoutKnownRules(analysis: RepositoryAnalysis, known: readonly string[]): RepositoryAnalysis {
  return { ...analysis, rules: analysis.rules.filter((rule) => !known.includes(rule.id)) };
}

/** A day, or a length of time before now. */
function readSince(text: string | undefined, clock: Clock, texts: AnalyzeTexts): number | undefined {
  if (text === undefined) return undefined;
  if (parseDate(text) !== undefined) return Date.parse(`${text}T00:00:00Z`) / 1_000;
  const years = /^([1-9]\d?)y$/.exec(text)?.[1];
  const seconds = years === undefined ? parseDuration(text) : Number(years) * 365 * 86_400;
  if (seconds === undefined) throw new UsageError(texts.badSince(text));
  return Math.floor(clock.now() / 1_000) - seconds;
}

function readBudget(text: string | undefined, texts: AnalyzeTexts): number {
  if (text === undefined || text === '0' || text === '0s') return 0;
  const seconds = /^([1-9]\d{0,5})s$/.exec(text)?.[1];
  const length = seconds === undefined ? parseDuration(text) : Number(seconds);
  if (length === undefined) throw new UsageError(texts.badDuration('--blame-budget', text));
  return length * 1_000;
}

async function readIncidents(
  terminal: Terminal,
  path: string | undefined,
  texts: AnalyzeTexts,
): Promise<readonly ListedIncident[]> {
  if (path === undefined) return [];
  const { incidents, problems } = await readIncidentList(terminal.stream(path));
  for (const problem of problems) terminal.err(`${oneLine(texts.badIncident(path, problem))}\n`);
  if (incidents.length === 0) throw new CliError(texts.noIncidents(path));
  return incidents;
}
