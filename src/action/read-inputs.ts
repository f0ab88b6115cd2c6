import { LOCALES, type Locale } from '../domain/locale.ts';
import { ActionError } from './action-error.ts';
import { actionTexts } from './texts/action-texts.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

/** What the workflow says under `with:`; the runner hands it over as `INPUT_…`. */
export interface Inputs {
  readonly token: string;
  /** A neutral result fails the step too. */
  readonly strict: boolean;
}

/** Needed before the other inputs are read, for what is wrong with them. */
export function readLocale(variables: Variables): Locale {
  return LOCALES.find((locale) => locale === variables.INPUT_LOCALE?.trim()) ?? 'en';
}

/** Throws `ActionError` that names the input. */
export function readInputs(variables: Variables): Inputs {
  const texts = actionTexts(readLocale(variables));
  const locale = variables.INPUT_LOCALE?.trim() || 'en';
  if (!LOCALES.some((one) => one === locale)) {
    throw new ActionError(texts.badInput('locale', locale, LOCALES.join(', ')));
  }
  const token = variables.INPUT_TOKEN?.trim() ?? '';
  if (token === '') throw new ActionError(texts.noToken);
  const strict = variables.INPUT_STRICT?.trim().toLowerCase() || 'false';
  if (strict !== 'true' && strict !== 'false') throw new ActionError(texts.badInput('strict', strict, 'true, false'));
  return { token, strict: strict === 'true' };
}
