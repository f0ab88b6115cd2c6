import type { Locale } from '../../domain/locale.ts';
import { en } from './texts-en.ts';
import { ja } from './texts-ja.ts';

/** Every word of the set-up pages. */
export interface SetupTexts {
  readonly title: string;
  readonly closed: string;
  readonly intro: string;
  readonly publicUrl: string;
  readonly publicUrlHelp: string;
  readonly organization: string;
  readonly organizationHelp: string;
  readonly next: string;
  readonly badPublicUrl: string;
  readonly unreachableUrl: string;
  readonly badOrganization: string;
  readonly review: string;
  readonly reviewHelp: string;
  readonly hookGoesTo: string;
  readonly permissions: string;
  readonly create: string;
  readonly badState: string;
  readonly failed: string;
  readonly again: string;
  readonly done: string;
  readonly saved: string;
  readonly install: string;
  readonly installLink: string;
  readonly running: string;
}

const TEXTS: Readonly<Record<Locale, SetupTexts>> = { en, ja };

export function setupTexts(locale: Locale): SetupTexts {
  return TEXTS[locale];
}
