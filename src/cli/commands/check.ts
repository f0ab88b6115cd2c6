import { defineCommand } from 'citty';
import { LOCALES, type Locale } from '../../domain/locale.ts';
import type { ChangedFile } from '../../domain/pull-request/changed-files.ts';
import type { Opinion } from '../../domain/pull-request/opinion.ts';
import type { PullRequest } from '../../domain/pull-request/pull-request.ts';
import type { StatementPolicy } from '../../domain/statement/statement-policy.ts';
import { describeFinding } from '../../render/describe/describe-finding.ts';
import { describeReason } from '../../render/describe/describe-reason.ts';
import { plainInk } from '../../render/ink.ts';
import { renderCheckForTerminal } from '../../render/terminal/render-check-for-terminal.ts';
import type { BaseContext } from '../../usecases/base-context.ts';
import { formOpinion } from '../../usecases/form-opinion.ts';
import { type ExitCode, UsageError } from '../cli-error.ts';
import { loadConfig } from '../load-config.ts';
import { parseFiles } from '../parse-files.ts';
import { type Arguments, readArguments, readChoice } from '../read-arguments.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { cliTexts } from '../texts/cli-texts.ts';

/** `hiyari check`: the App's judgement of a description, from files alone. */
export function checkCommand(terminal: Terminal) {
  const texts = cliTexts(terminal.locale);
  const args = {
    body: { type: 'string', valueHint: 'F|-', description: texts.option.body },
    template: { type: 'string', valueHint: 'F', description: texts.option.template },
    heading: { type: 'string', valueHint: 'H', description: texts.option.heading },
    files: { type: 'string', valueHint: 'F|-', description: texts.option.files },
    config: { type: 'string', valueHint: 'F', description: texts.option.config },
    locale: { type: 'string', valueHint: 'en|ja', description: texts.option.locale },
    json: { type: 'boolean', description: texts.option.json },
    strict: { type: 'boolean', description: texts.option.strict },
  } as const;
  return defineCommand({
    meta: { name: 'check', description: texts.command.check },
    args,
    run: async ({ rawArgs }) => runCheck(terminal, readArguments(rawArgs, args, texts.error)),
  });
}

async function runCheck(terminal: Terminal, args: Arguments): Promise<ExitCode> {
  const { error, noFiles } = cliTexts(terminal.locale);
  const bodyPath = args.value('body');
  const filesPath = args.value('files');
  const templatePath = args.value('template');
  if (bodyPath === undefined) throw new UsageError(error.missing('--body'));
  if ([bodyPath, filesPath, templatePath, args.value('config')].filter((path) => path === '-').length > 1) {
    throw new UsageError(error.stdinTwice);
  }
  const asked = readChoice(args, 'locale', LOCALES, error);
  const templates = templatePath === undefined ? [] : [{ path: templatePath, text: await terminal.read(templatePath) }];
  const loaded = await loadConfig(terminal, args.value('config'), templates);
  const context = withHeadings(loaded, args.values('heading'));
  const files = filesPath === undefined ? [] : parseFiles(await terminal.read(filesPath), error);
  const opinion = judge(await terminal.read(bodyPath), files, context);

  if (filesPath === undefined) terminal.err(`${noFiles}\n`);

  const locale = asked ?? (args.value('config') === undefined ? terminal.locale : context.config.locale);
  if (args.flag('json')) printJson(terminal, toJson(opinion, locale, context.config.statement));
  else {
    const { fields } = context.config.statement;
    terminal.out(renderCheckForTerminal(opinion, { locale, colors: terminal.colors, fields }));
  }
  const { conclusion } = opinion.decision;
  return conclusion === 'failure' || (conclusion === 'neutral' && args.flag('strict')) ? 1 : 0;
}

function withHeadings(context: BaseContext, headings: readonly string[]): BaseContext {
  if (headings.length === 0) return context;
  const { config } = context;
  return { ...context, config: { ...config, statement: { ...config.statement, headings } } };
}

function judge(body: string, files: readonly ChangedFile[], context: BaseContext): Omit<Opinion, 'judgedAt'> {
  return formOpinion({
    pullRequest: localPullRequest(body, files),
    files: { files, expected: files.length },
    context,
    personal: [],
    history: null,
    reverted: null,
    original: null,
  });
}

/** What a terminal knows of a pull request: its description and its files. Nobody is exempt as its author. */
function localPullRequest(body: string, files: readonly ChangedFile[]): PullRequest {
  const never = '1970-01-01T00:00:00Z';
  return {
    repository: { id: 0, owner: '-', name: '-', defaultBranch: '-', private: true },
    number: 0,
    title: '',
    body,
    state: 'open',
    draft: false,
    merged: false,
    author: { id: 0, login: '', type: 'unknown' },
    head: { sha: '', ref: '', repositoryId: null },
    base: { sha: '', ref: '' },
    labels: [],
    changedFiles: files.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    createdAt: never,
    updatedAt: never,
    mergedAt: null,
    mergeCommitSha: null,
  };
}

/** `schemas/hiyari.check.1.schema.json`. */
function toJson(
  { statement, assessment, decision }: Omit<Opinion, 'judgedAt'>,
  locale: Locale,
  { fields: known }: Pick<StatementPolicy, 'fields'>,
) {
  const options = { ink: plainInk, fields: known };
  const { verdict, fields, findings, quote, reason, heading } = statement;
  return {
    schema: 'hiyari.check/1',
    verdict,
    conclusion: decision.conclusion,
    status: decision.status,
    ...(heading === undefined ? {} : { heading }),
    ...(quote === undefined ? {} : { quote }),
    ...(reason === undefined ? {} : { reason }),
    fields,
    risk: assessment,
    reasons: decision.reasons.map((one) => ({ ...one, message: describeReason(one, locale, options) })),
    findings: findings.map((one) => ({ ...one, message: describeFinding(one, locale, options) })),
  };
}
