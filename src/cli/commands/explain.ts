import { defineCommand } from 'citty';
import { LOCALES } from '../../domain/locale.ts';
import { assessRisk } from '../../domain/risk/assess-risk.ts';
import { explainPath, type RuleExplanation } from '../../domain/risk/explain-path.ts';
import { textsIn } from '../../render/texts/texts-in.ts';
import { visibleText } from '../../render/escape/visible-text.ts';
import { type ExitCode, UsageError } from '../cli-error.ts';
import { loadConfig } from '../load-config.ts';
import { type Arguments, readArguments, readChoice } from '../read-arguments.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { type CliTexts, cliTexts } from '../texts/cli-texts.ts';

/** `hiyari explain PATH…`: which rules match, by which pattern, and why. */
export function explainCommand(terminal: Terminal) {
  const texts = cliTexts(terminal.locale);
  const args = {
    path: { type: 'positional', required: false, valueHint: 'PATH…', description: texts.option.path },
    config: { type: 'string', valueHint: 'F', description: texts.option.config },
    locale: { type: 'string', valueHint: 'en|ja', description: texts.option.locale },
    json: { type: 'boolean', description: texts.option.json },
  } as const;
  return defineCommand({
    meta: { name: 'explain', description: texts.command.explain },
    args,
    run: async ({ rawArgs }) => runExplain(terminal, readArguments(rawArgs, args, texts.error)),
  });
}

async function runExplain(terminal: Terminal, args: Arguments): Promise<ExitCode> {
  const { error } = cliTexts(terminal.locale);
  if (args.words.length === 0) throw new UsageError(error.missing('PATH'));
  const locale = readChoice(args, 'locale', LOCALES, error) ?? terminal.locale;
  const { ruleSet } = await loadConfig(terminal, args.value('config'));
  const paths = args.words.map((word) => {
    // As people and their shells write paths of a repository; git has neither.
    const path = word.replace(/^(?:\.\/)+/, '');
    const files = [{ path, status: 'modified', additions: 0, deletions: 0 } as const];
    const { level } = assessRisk(ruleSet, { files, expected: 1 });
    return { path, level, rules: explainPath(ruleSet, path) };
  });
  if (args.flag('json')) {
    printJson(terminal, { schema: 'hiyari.explain/1', paths });
    return 0;
  }
  const { explain } = cliTexts(locale);
  const { level: levels } = textsIn(locale);
  for (const { path, level, rules } of paths) {
    terminal.out(`${explain.level(visibleText(path), levels[level])}\n`);
    if (rules.length === 0) terminal.out(`  ${explain.noRules}\n`);
    for (const rule of rules) terminal.out(describeRule(rule, explain, levels[rule.level]));
  }
  return 0;
}

function describeRule(rule: RuleExplanation, texts: CliTexts['explain'], level: string): string {
  const by = rule.pattern === undefined ? '' : ` (${texts.pattern(rule.pattern.glob)})`;
  const matches = rule.outcome === 'selected' || rule.outcome === 'every-path';
  const conditional = matches && (rule.when !== undefined || rule.fromHistory !== undefined);
  const lines = [
    `  ${matches ? '+' : '-'} ${rule.ruleId} [${level}]: ${texts.outcome[rule.outcome]}${by}`,
    ...(conditional ? [`      ${texts.alsoNeeds}`] : []),
    ...(matches && rule.why !== undefined ? [`      ${rule.why}`] : []),
  ];
  return `${visibleText(lines.join('\n'))}\n`;
}
