import type { IncidentKind } from '../../domain/incident/incident-kind.ts';
import type { Locale } from '../../domain/locale.ts';
import type { ExpectationMeasure } from '../../domain/project/expectation.ts';
import type { ExpectationDoubt, ExpectationStatus } from '../../domain/project/measure-expectations.ts';
import { PROJECT_TEXTS_EN } from './project-texts-en.ts';
import { PROJECT_TEXTS_JA } from './project-texts-ja.ts';

/** What is said of projects and of what is expected of them. Numbers come written out. */
export interface ProjectTexts {
  /** Several of a kind, in the middle of a sentence. */
  readonly kind: Readonly<Record<IncidentKind, string>>;
  readonly measure: Readonly<Record<ExpectationMeasure, string>>;
  readonly status: Readonly<Record<ExpectationStatus, string>>;
  readonly doubt: Readonly<Record<ExpectationDoubt, string>>;
  readonly unit: Readonly<Record<'days' | 'hours' | 'minutes', (value: string) => string>>;
  readonly list: (items: readonly string[]) => string;
  readonly join: (sentences: readonly string[]) => string;

  readonly title: (name: string) => string;
  readonly period: (from: string, to: string) => string;
  readonly nothingMatched: (id: string) => string;
  readonly nothingMerged: string;
  readonly everything: string;
  readonly ofMerges: (share: string) => string;
  readonly ofMergesAnd: (share: string, incidents: string, kind: string, rate: string) => string;
  readonly also: (share: string, kind: string, rate: string) => string;
  readonly timesTheRest: (ratio: string, interval: string) => string;
  readonly allOfThem: (atLeast: string) => string;
  readonly noneOfThem: (atMost: string) => string;
  readonly noDifference: (kinds: string) => string;
  readonly counted: (kind: string, n: number) => string;
  readonly noneRecorded: (kinds: readonly string[]) => string;
  readonly unlinked: (n: number) => string;
  readonly recent: (now: string, before: string, judgement: string) => string;
  readonly recentSame: string;
  readonly recentChanged: (ratio: string, interval: string) => string;
  readonly atLeast: (value: string) => string;

  readonly heading: Readonly<Record<'kinds' | 'causes' | 'trend' | 'expectations', string>>;
  readonly column: Readonly<
    Record<
      | 'kind'
      | 'cause'
      | 'here'
      | 'elsewhere'
      | 'share'
      | 'rate'
      | 'p'
      | 'from'
      | 'changes'
      | 'incidents'
      | 'nearMisses'
      | 'per100'
      | 'rest'
      | 'expectation'
      | 'target'
      | 'actual'
      | 'status'
      | 'left'
      | 'burn'
      | 'exhausted',
      string
    >
  >;
  readonly noCauses: string;
  readonly noExpectations: string;
  readonly leadTimeUntil: Readonly<Record<'deployment' | 'merge', string>>;
  readonly overspent: string;
  readonly notSoon: string;
}

const TEXTS: Readonly<Record<Locale, ProjectTexts>> = { en: PROJECT_TEXTS_EN, ja: PROJECT_TEXTS_JA };

export function projectTexts(locale: Locale): ProjectTexts {
  return TEXTS[locale];
}
