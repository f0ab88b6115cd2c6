import type { ArgsDef } from 'citty';
import { suggest } from '../config/suggest.ts';
import { UsageError } from './cli-error.ts';
import type { CliTexts } from './texts/cli-texts.ts';

/** Arguments of one command, checked: a typing error is told, never ignored. */
export interface Arguments {
  readonly words: readonly string[];
  readonly flag: (name: string) => boolean;
  /** The last one given. */
  readonly value: (name: string) => string | undefined;
  readonly values: (name: string) => readonly string[];
}

/** Reads what follows a command's name, by the same definition that its usage is made of. */
export function readArguments(raw: readonly string[], definition: ArgsDef, error: CliTexts['error']): Arguments {
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  const words: string[] = [];
  const options = Object.entries(definition).filter(([, { type }]) => type !== 'positional');
  const allowed = options.map(([name]) => `--${name}`).join(', ');
  for (let at = 0; at < raw.length; at += 1) {
    const word = raw[at] ?? '';
    if (word === '--') {
      words.push(...raw.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      words.push(word);
      continue;
    }
    const [, name = '', given] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const option = Object.hasOwn(definition, name) ? definition[name] : undefined;
    if (option === undefined || option.type === 'positional') {
      const { didYouMean } = suggest(
        name,
        options.map(([known]) => known),
      );
      const meant = didYouMean === undefined ? undefined : `--${didYouMean}`;
      throw new UsageError(error.unknownOption(given === undefined ? word : `--${name}`, allowed, meant));
    }
    if (option.type === 'boolean') {
      if (given !== undefined) throw new UsageError(error.takesNoValue(`--${name}`));
      flags.add(name);
      continue;
    }
    const value = given ?? raw[at + 1];
    if (value === undefined || value === '' || (given === undefined && value.startsWith('--'))) {
      throw new UsageError(error.missingValue(`--${name}`));
    }
    if (given === undefined) at += 1;
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  const takesWords = Object.values(definition).some(({ type }) => type === 'positional');
  if (words.length > 0 && !takesWords) throw new UsageError(error.tooMany(words[0] ?? ''));
  return {
    words,
    flag: (name) => flags.has(name),
    value: (name) => values.get(name)?.at(-1),
    values: (name) => values.get(name) ?? [],
  };
}

/** A whole number within bounds. */
export function readNumber(
  args: Arguments,
  name: string,
  { min, max, fallback }: { readonly min: number; readonly max: number; readonly fallback: number },
  error: CliTexts['error'],
): number {
  const text = args.value(name);
  if (text === undefined) return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw new UsageError(error.notNumber(`--${name}`, text, min, max));
  return value;
}

/** One of a few words. */
export function readChoice<Word extends string>(
  args: Arguments,
  name: string,
  allowed: readonly Word[],
  error: CliTexts['error'],
): Word | undefined {
  const text = args.value(name);
  if (text === undefined) return undefined;
  const word = allowed.find((one) => one === text);
  if (word === undefined) {
    const { didYouMean } = suggest(text, allowed);
    throw new UsageError(error.notAllowed(`--${name}`, text, allowed.join(', '), didYouMean));
  }
  return word;
}
