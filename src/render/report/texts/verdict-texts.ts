import type { Locale } from '../../../domain/locale.ts';
import type { VerdictAnswer } from '../../../domain/improvement/verdict.ts';
import { verdictEn } from './verdict-en.ts';
import { verdictJa } from './verdict-ja.ts';

/** How verdicts are said. Numbers come formatted; what a person named comes as it is. */
export interface VerdictTexts {
  readonly word: Readonly<Record<VerdictAnswer, string>>;
  /** The first line where there is nothing to judge. */
  readonly noActions: (incidents: string, merged: string) => string;
  readonly noData: string;
  /** One answer's part of the first line. */
  readonly group: Readonly<Record<VerdictAnswer, (actions: string) => string>>;
  readonly title: (title: string) => string;
  readonly withNeed: (title: string, need: string) => string;
  readonly andMore: (titles: string, more: number) => string;
  readonly join: string;
  /** Between two sentences. */
  readonly gap: string;
  /** "52 % fewer", "40 % more", "3.2 times as many", "no difference". */
  readonly fewer: (percent: string) => string;
  readonly more: (percent: string) => string;
  readonly times: (ratio: string) => string;
  readonly same: string;
  readonly unbounded: string;
  readonly between: (from: string, to: string) => string;
  readonly improved: (kinds: string, effect: string, interval: string) => string;
  readonly worse: (kinds: string, effect: string, interval: string) => string;
  readonly cannotTell: (reason: string) => string;
  readonly estimate: (kinds: string, effect: string, interval: string) => string;
  /** The same where the interval was told a sentence ago. */
  readonly guess: (kinds: string, effect: string) => string;
  readonly caution: string;
  readonly reason: {
    readonly notStarted: (announced: string) => string;
    readonly neverReached: string;
    readonly notMeasured: string;
    readonly windows: (before: number, after: number) => string;
    readonly soleAction: (others: string) => string;
    readonly noExposure: string;
    readonly noEvents: string;
    readonly strataDisagree: string;
    readonly noControl: string;
    readonly interval: (interval: string) => string;
    readonly noGuard: string;
    readonly guarded: (interval: string) => string;
    readonly links: string;
    readonly placebos: (dates: number) => string;
  };
  /** "about 14 more weeks", for the first line. */
  readonly shortNeed: (weeks: string) => string;
  /** The same where no number of weeks is enough. */
  readonly shortNever: string;
  readonly need: (fall: string, changes: string, weeks: string | null) => string;
  readonly needMet: (fall: string) => string;
  readonly tooFewBefore: (fall: string, needed: string, had: string) => string;
  readonly detectable: (fall: string) => string;
  readonly nothingDetectable: string;
}

const TEXTS: Readonly<Record<Locale, VerdictTexts>> = { en: verdictEn, ja: verdictJa };

export function verdictTexts(locale: Locale): VerdictTexts {
  return TEXTS[locale];
}
