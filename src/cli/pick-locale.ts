import { LOCALES, type Locale } from '../domain/locale.ts';

const VARIABLES = ['HIYARI_LOCALE', 'LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/**
 * The language for the person at the terminal: `--locale`, else the first variable that is set, `en` when it names
 * another language. It is needed before any command runs, for help and errors.
 */
export function pickLocale(
  rawArgs: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Locale {
  const end = rawArgs.indexOf('--');
  const words = end < 0 ? rawArgs : rawArgs.slice(0, end);
  const asked = words.map((word, at) => {
    if (word === '--locale') return words[at + 1];
    return word.startsWith('--locale=') ? word.slice('--locale='.length) : undefined;
  });
  const named = LOCALES.find((locale) => locale === asked.findLast((value) => value !== undefined));
  if (named !== undefined) return named;
  const language = VARIABLES.map((name) => environment[name]).find((value) => value !== undefined && value !== '');
  const tag = language?.toLowerCase().split(/[_.@-]/)[0];
  return LOCALES.find((locale) => locale === tag) ?? 'en';
}
