import { DAY_MS } from '../../domain/calendar.ts';
import { defineCommand } from 'citty';
import { LOCALES } from '../../domain/locale.ts';
import { proposeExpectations } from '../../domain/project/propose-expectations.ts';
import { renderProposal } from '../../render/project/render-proposal.ts';
import { loadRecord } from '../../usecases/load-record.ts';
import { CliError, type ExitCode } from '../cli-error.ts';
import { type Arguments, readArguments, readChoice, readNumber } from '../read-arguments.ts';
import { findConfig, findProject, findRepository } from '../stored-repository.ts';
import type { Terminal } from '../terminal.ts';
import { cliTexts } from '../texts/cli-texts.ts';
import { projectCommandTexts } from '../texts/project-command-texts.ts';
import { reportTexts } from '../texts/report-texts.ts';
import type { OpenReport } from './report.ts';

const WEEK = 7;
const DEFAULT_WEEKS = 12;

/** `hiyari expect propose`. */
export function expectCommand(terminal: Terminal, open: OpenReport) {
  const { aboutExpect, aboutPropose, option } = projectCommandTexts(terminal.locale);
  const args = {
    project: { type: 'string', valueHint: 'NAME', description: option.project },
    weeks: { type: 'string', valueHint: '12', description: option.weeks },
    repo: { type: 'string', valueHint: 'o/r', description: option.repository },
    config: { type: 'string', valueHint: 'F', description: option.config },
    database: { type: 'string', valueHint: 'F', description: option.database },
    locale: { type: 'string', valueHint: 'en|ja', description: option.locale },
  } as const;
  const propose = defineCommand({
    meta: { name: 'propose', description: aboutPropose },
    args,
    run: async ({ rawArgs }) =>
      runPropose(terminal, open, readArguments(rawArgs, args, cliTexts(terminal.locale).error)),
  });
  return defineCommand({ meta: { name: 'expect', description: aboutExpect }, subCommands: { propose } });
}

async function runPropose(terminal: Terminal, open: OpenReport, args: Arguments): Promise<ExitCode> {
  const { error } = cliTexts(terminal.locale);
  const locale = readChoice(args, 'locale', LOCALES, error) ?? terminal.locale;
  const weeks = readNumber(args, 'weeks', { min: 1, max: 104, fallback: DEFAULT_WEEKS }, error);
  const parts = await open(args.value('database'));
  try {
    const found = reportTexts(terminal.locale);
    const repository = await findRepository(parts, args.value('repo'), found);
    const { config } = await findConfig(terminal, parts, repository, args.value('config'), found);
    if (config.projects.length === 0) throw new CliError(found.noProjects);
    const one = findProject(config.projects, args.value('project'), found);
    const asked = one === null ? config.projects : [one];
    const record = await loadRecord(parts, repository, config, new Date(parts.clock.now()).toISOString());
    const to = Math.floor(parts.clock.now() / DAY_MS) + 1;
    const period = { from: to - weeks * WEEK, to };
    const proposals = asked
      .map(({ id }) => ({ id, expectations: proposeExpectations(record, id, period) }))
      .filter(({ expectations }) => expectations.length > 0);
    if (proposals.length === 0) {
      const words = projectCommandTexts(terminal.locale);
      throw new CliError(words.nothingToPropose(asked.map(({ id }) => id).join(', '), weeks));
    }
    terminal.out(renderProposal(proposals, period, locale));
    return 0;
  } finally {
    await parts.close();
  }
}
