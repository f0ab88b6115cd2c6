import { parseConfig } from '../config/parse-config.ts';
import { describeProblem } from '../render/config-problem.ts';
import { type BaseContext, CONFIG_PATH, createContextMemo, readContext } from '../usecases/base-context.ts';
import type { Template } from '../domain/statement/template.ts';
import { CliError } from './cli-error.ts';
import type { Terminal } from './terminal.ts';
import { cliTexts } from './texts/cli-texts.ts';

/** At a terminal there is no repository: what is asked of one is not known, and nothing of it is shown to others. */
const NOWHERE = { owner: '-', name: '-', private: true };

/**
 * The configuration for commands that work on files alone: the one named, else `.github/impact.yml` here, else the
 * defaults. What it extends is not read. Throws `CliError` after listing the problems of a broken one.
 */
export async function loadConfig(
  terminal: Terminal,
  path: string | undefined,
  templates: readonly Template[] = [],
): Promise<BaseContext> {
  const texts = cliTexts(terminal.locale);
  const found = path ?? (terminal.exists(CONFIG_PATH) ? CONFIG_PATH : undefined);
  if (found === undefined) return readContext(createContextMemo(), NOWHERE, { own: null, extended: null }, templates);
  if (path === undefined) terminal.err(`${texts.using(found)}\n`);
  const own = { path: found, text: await terminal.read(found) };
  const context = readContext(createContextMemo(), NOWHERE, { own, extended: null }, templates);
  if (context.broken !== null) {
    for (const problem of context.broken.problems) {
      const { file, line, column } = problem;
      terminal.err(`${file}:${line}:${column}: ${describeProblem(problem, terminal.locale)}\n`);
    }
    throw new CliError(texts.error.configBroken(found, context.broken.problems.length));
  }
  const parsed = parseConfig(own.text, { path: own.path });
  if (!('problems' in parsed) && parsed.extends !== undefined) {
    const { owner, repository } = parsed.extends.reference;
    terminal.err(`${texts.extendsIgnored(owner === null ? repository : `${owner}/${repository}`)}\n`);
  }
  return context;
}
