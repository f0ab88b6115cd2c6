import type { ArgsDef } from 'citty';
import { displayWidth, padTo } from '../render/terminal/display-width.ts';
import { paintWith } from '../render/terminal/paint.ts';
import type { CliTexts } from './texts/cli-texts.ts';

export interface Usage {
  /** As it is typed, e.g. `hiyari inbox list`. */
  readonly name: string;
  readonly description: string;
  readonly args: ArgsDef;
  readonly commands: readonly (readonly [name: string, description: string])[];
  readonly examples: readonly string[];
}

type Rows = readonly (readonly [string, string])[];

/** The help of one command, in the language of its texts. */
export function renderUsage(usage: Usage, { usage: texts, option }: CliTexts, colors: boolean): string {
  const paint = paintWith(colors);
  const entries = Object.entries(usage.args);
  const positionals: Rows = entries
    .filter(([, { type }]) => type === 'positional')
    .map(([name, argument]) => [argument.valueHint ?? name.toUpperCase(), argument.description ?? '']);
  const words = positionals.map(([name]) => name);
  const options: Rows = [
    ...entries
      .filter(([, { type }]) => type !== 'positional')
      .map(([name, argument]): readonly [string, string] => [optionName(name, argument), argument.description ?? '']),
    ['--help', option.help],
  ];
  const isGroup = usage.commands.length > 0;
  const line = [usage.name, ...(isGroup ? [texts.command] : [...words, texts.options])].join(' ');
  const list = (title: string, rows: Rows) => (rows.length === 0 ? [] : [`${paint('bold', title)}\n${columns(rows)}`]);
  return `${[
    usage.description,
    `${paint('bold', texts.title)}\n  ${line}`,
    ...list(texts.commands, usage.commands),
    ...list(texts.arguments, positionals),
    ...list(texts.optionsTitle, options),
    ...list(
      texts.examples,
      usage.examples.map((example) => [example, '']),
    ),
    `${paint('bold', texts.exit)}\n${columns(texts.exitCodes)}`,
  ].join('\n\n')}\n`;
}

function optionName(name: string, { valueHint }: { readonly valueHint?: string }): string {
  return valueHint === undefined ? `--${name}` : `--${name} ${valueHint}`;
}

function columns(rows: Rows): string {
  const width = Math.max(...rows.map(([name]) => displayWidth(name)));
  return rows.map(([name, words]) => `  ${padTo(name, width)}  ${words}`.trimEnd()).join('\n');
}
