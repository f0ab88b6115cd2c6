import { defineCommand } from 'citty';
import type { ConfigProblem } from '../../config/config-problem.ts';
import { parseConfig } from '../../config/parse-config.ts';
import { LOCALES, type Locale } from '../../domain/locale.ts';
import type { RepositoryName, TextFile } from '../../ports/github.ts';
import { describeProblem } from '../../render/config-problem.ts';
import { describeReason } from '../../render/describe/describe-reason.ts';
import { plainInk } from '../../render/ink.ts';
import { textsIn } from '../../render/texts/texts-in.ts';
import { type SimulateDeps, type Simulated, simulate } from '../../usecases/simulate.ts';
import { CliError, type ExitCode, UsageError } from '../cli-error.ts';
import { type Arguments, readArguments, readChoice, readNumber } from '../read-arguments.ts';
import { renderColumns } from '../render-columns.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { type CliTexts, cliTexts } from '../texts/cli-texts.ts';
import { fullName } from '../../domain/pull-request/full-name.ts';

/** Gives the parts that reach GitHub, or throws `CliError` when there is no token. */
export type OpenSimulation = () => Promise<SimulateDeps>;

/** `hiyari simulate --repo o/r --last 50`. */
export function simulateCommand(terminal: Terminal, open: OpenSimulation) {
  const texts = cliTexts(terminal.locale);
  const args = {
    repo: { type: 'string', valueHint: 'o/r', description: texts.option.repo },
    last: { type: 'string', valueHint: '50', description: texts.option.last },
    config: { type: 'string', valueHint: 'F', description: texts.option.configOrDefault },
    locale: { type: 'string', valueHint: 'en|ja', description: texts.option.locale },
    json: { type: 'boolean', description: texts.option.json },
  } as const;
  return defineCommand({
    meta: { name: 'simulate', description: texts.command.simulate },
    args,
    run: async ({ rawArgs }) => runSimulate(terminal, open, readArguments(rawArgs, args, texts.error)),
  });
}

async function runSimulate(terminal: Terminal, open: OpenSimulation, args: Arguments): Promise<ExitCode> {
  const texts = cliTexts(terminal.locale);
  const repository = readRepository(args.value('repo'), texts.error);
  const last = readNumber(args, 'last', { min: 1, max: 500, fallback: 50 }, texts.error);
  const locale = readChoice(args, 'locale', LOCALES, texts.error) ?? terminal.locale;
  const path = args.value('config');
  const config = path === undefined ? null : await readConfig(terminal, path, locale);
  const onProgress = (done: number, total: number) => terminal.progress(texts.simulate.progress(done, total));
  const simulation = await simulate(await open(), { repository, last, config, onProgress });
  terminal.progress('');
  if (!simulation.found) throw new CliError(texts.error.noRepository(fullName(repository)));
  const problems = simulation.broken?.problems ?? [];
  printProblems(terminal, problems, locale);
  if (args.flag('json')) printJson(terminal, toJson(repository, simulation.results, problems, locale));
  else terminal.out(toTable(simulation.results, cliTexts(locale).simulate, locale));
  return 0;
}

/** A configuration to try that is broken would only say "broken" of every pull request. */
async function readConfig(terminal: Terminal, path: string, locale: Locale): Promise<TextFile> {
  const text = await terminal.read(path);
  const parsed = parseConfig(text, { path });
  if (!('problems' in parsed)) return { path, text };
  printProblems(terminal, parsed.problems, locale);
  throw new CliError(cliTexts(locale).error.configBroken(path, parsed.problems.length));
}

function printProblems(terminal: Terminal, problems: readonly ConfigProblem[], locale: Locale): void {
  for (const problem of problems) {
    const { file, line, column } = problem;
    terminal.err(`${file}:${line}:${column}: ${describeProblem(problem, locale)}\n`);
  }
}

function readRepository(text: string | undefined, error: CliTexts['error']): RepositoryName {
  if (text === undefined) throw new UsageError(error.missing('--repo'));
  const match = /^([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([\w.-]{1,100})$/.exec(text);
  if (match === null) throw new UsageError(error.badRepo(text));
  return { owner: match[1] ?? '', name: match[2] ?? '' };
}

function count(results: readonly Simulated[]) {
  const of = (conclusion: string) => results.filter(({ opinion }) => opinion.decision.conclusion === conclusion).length;
  return { failure: of('failure'), neutral: of('neutral'), success: of('success') };
}

function toTable(results: readonly Simulated[], texts: CliTexts['simulate'], locale: Locale): string {
  const { columns } = texts;
  const words = textsIn(locale);
  const rows = results.map(({ pullRequest, opinion }) => [
    String(pullRequest.number),
    words.verdict[opinion.statement.verdict],
    words.level[opinion.assessment.level],
    words.check.conclusion[opinion.decision.conclusion],
    pullRequest.title,
  ]);
  const { failure, neutral, success } = count(results);
  const header = [columns.number, columns.statement, columns.risk, columns.conclusion, columns.title];
  return `${renderColumns(header, rows)}${texts.total(results.length, failure, neutral, success)}\n`;
}

/** `schemas/hiyari.simulate.1.schema.json`. */
function toJson(
  { owner, name }: RepositoryName,
  results: readonly Simulated[],
  problems: readonly ConfigProblem[],
  locale: Locale,
) {
  return {
    schema: 'hiyari.simulate/1',
    repository: `${owner}/${name}`,
    totals: count(results),
    problems: problems.map((one) => ({ ...one, message: describeProblem(one, locale) })),
    pullRequests: results.map(({ pullRequest, opinion }) => ({
      number: pullRequest.number,
      title: pullRequest.title,
      verdict: opinion.statement.verdict,
      level: opinion.assessment.level,
      conclusion: opinion.decision.conclusion,
      status: opinion.decision.status,
      reasons: opinion.decision.reasons.map((one) => ({
        ...one,
        message: describeReason(one, locale, { ink: plainInk }),
      })),
    })),
  };
}
