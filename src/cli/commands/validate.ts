import { defineCommand } from 'citty';
import type { ConfigProblem } from '../../config/config-problem.ts';
import { parseConfig } from '../../config/parse-config.ts';
import { resolveExtends } from '../../config/resolve-extends.ts';
import { LOCALES, type Locale } from '../../domain/locale.ts';
import { describeProblem } from '../../render/config-problem.ts';
import { CONFIG_PATH } from '../../usecases/base-context.ts';
import { type ExitCode, UsageError } from '../cli-error.ts';
import { type Arguments, readArguments, readChoice } from '../read-arguments.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { cliTexts } from '../texts/cli-texts.ts';

/** `hiyari validate [F]`: 0 valid, 1 not, 2 could not look. */
export function validateCommand(terminal: Terminal) {
  const texts = cliTexts(terminal.locale);
  const args = {
    file: { type: 'positional', required: false, valueHint: '[F]', description: texts.option.file },
    base: { type: 'string', valueHint: 'F', description: texts.option.base },
    locale: { type: 'string', valueHint: 'en|ja', description: texts.option.locale },
    json: { type: 'boolean', description: texts.option.json },
  } as const;
  return defineCommand({
    meta: { name: 'validate', description: texts.command.validate },
    args,
    run: async ({ rawArgs }) => runValidate(terminal, readArguments(rawArgs, args, texts.error)),
  });
}

async function runValidate(terminal: Terminal, args: Arguments): Promise<ExitCode> {
  const texts = cliTexts(terminal.locale);
  const [path = CONFIG_PATH, second] = args.words;
  if (second !== undefined) throw new UsageError(texts.error.tooMany(second));
  const locale = readChoice(args, 'locale', LOCALES, texts.error) ?? terminal.locale;
  const basePath = args.value('base');
  if (path === '-' && basePath === '-') throw new UsageError(texts.error.stdinTwice);
  const child = parseConfig(await terminal.read(path), { path });
  const isChild = !('problems' in child) && child.extends !== undefined;
  const result =
    isChild && basePath !== undefined
      ? resolveExtends(
          child,
          { owner: '-', name: '-', private: true },
          { found: true, text: await terminal.read(basePath), private: false },
        )
      : child;
  const problems = 'problems' in result ? result.problems : [];
  if (args.flag('json')) {
    printJson(terminal, {
      schema: 'hiyari.validate/1',
      file: path,
      valid: problems.length === 0,
      problems: problems.map((problem) => ({ ...problem, message: describeProblem(problem, locale) })),
    });
  } else {
    printProblems(terminal, problems, locale);
    if (problems.length === 0) terminal.out(`${texts.valid(path)}\n`);
    else terminal.out(`${texts.problems(problems.length)}\n`);
  }
  if (isChild && basePath === undefined && !('problems' in child) && child.extends !== undefined) {
    const { owner, repository } = child.extends.reference;
    terminal.err(`${texts.extendsNotRead(owner === null ? repository : `${owner}/${repository}`)}\n`);
  }
  return problems.length === 0 ? 0 : 1;
}

function printProblems(terminal: Terminal, problems: readonly ConfigProblem[], locale: Locale): void {
  for (const problem of problems) {
    const { file, line, column } = problem;
    terminal.out(`${file}:${line}:${column}: ${describeProblem(problem, locale)}\n`);
  }
}
