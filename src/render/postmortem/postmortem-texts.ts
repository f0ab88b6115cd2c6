import type { IncidentKind } from '../../domain/incident/incident-kind.ts';
import type { Locale } from '../../domain/locale.ts';
import type { ActionColumn, RowProblemCode } from '../../domain/postmortem/action-row.ts';
import type { Charted } from '../../domain/postmortem/trigger.ts';
import { POSTMORTEM_TEXTS_EN } from './postmortem-texts-en.ts';
import { POSTMORTEM_TEXTS_JA } from './postmortem-texts-ja.ts';

type Heading = 'why' | 'timeline' | 'suspects' | 'foreseen' | 'windows' | 'questions' | 'actions';

/** Everything that is written of a postmortem. Strings given are safe in Markdown. Causes and changes, never who. */
export interface PostmortemTexts {
  /** Plain text, as an issue's title is. */
  readonly title: (project: string, day: string) => string;
  readonly intro: string;
  readonly kept: string;
  readonly stopped: Readonly<Record<'advise' | 'enforce', (override: string) => string>>;
  readonly notConfigured: (id: string) => string;
  readonly heading: Readonly<Record<Heading, string>>;

  readonly trigger: {
    readonly broken: (day: string, measure: string, target: string, value: string) => string;
    readonly signal: (day: string, of: string, rule: string) => string;
    readonly charted: Readonly<Record<Charted, string>>;
    readonly beyondLimits: string;
    readonly runOfEight: (since: string) => string;
    readonly asked: (day: string, place: string) => string;
    readonly nearMissNote: string;
  };

  readonly column: Readonly<Record<'when' | 'what' | 'change' | 'caused' | 'where', string>>;
  readonly merged: (change: string) => string;
  readonly deployed: (change: string) => string;
  readonly happened: (kind: string, incident: string, cause: string | null) => string;
  /** One incident of the kind, as a label. */
  readonly kind: Readonly<Record<IncidentKind, string>>;
  readonly earlier: (count: number) => string;
  readonly noTimeline: string;

  readonly directPush: (sha: string) => string;
  readonly suspectsIntro: (link: string, unlink: string) => string;
  readonly noSuspects: string;
  readonly confirmed: string;
  readonly likely: string;
  /** After a title. */
  readonly certainty: (word: string) => string;

  readonly foreseenCount: (foreseen: number, judged: number) => string;
  readonly nothingJudged: string;
  readonly missed: (change: string, incident: string) => string;
  readonly foreseen: (change: string, incident: string) => string;
  readonly notSaid: (count: number) => string;
  readonly cannotTell: (count: number) => string;

  readonly windowCount: (lapsed: number, ended: number) => string;
  readonly noWindows: string;
  readonly lapsedCause: (change: string) => string;

  readonly question: {
    readonly unlinked: (incidents: string) => string;
    readonly unconfirmed: (changes: string) => string;
    readonly missed: (count: number) => string;
    readonly lapsed: (count: number) => string;
    readonly target: (measure: string, target: string) => string;
    readonly common: string;
    readonly earlier: string;
  };

  readonly actionsHow: string;

  readonly table: {
    readonly heading: string;
    readonly how: string;
    readonly columns: Readonly<Record<ActionColumn, string>>;
    readonly rules: readonly string[];
    readonly example: readonly string[];
  };

  readonly boxes: {
    readonly heading: string;
    readonly how: (command: string) => string;
    readonly action: (words: {
      readonly id: string;
      readonly title: string;
      readonly owner: string;
      readonly targets: string;
      readonly start: string;
      readonly scope: string | null;
      readonly control: string | null;
    }) => string;
    readonly registeredHeading: string;
    readonly registered: (id: string, title: string, owner: string | null, day: string) => string;
    readonly rewritten: string;
    readonly problemsHeading: string;
    readonly row: (line: number, title: string | null) => string;
    readonly nothing: string;
    readonly service: (id: string) => string;
    readonly project: (id: string) => string;
  };

  readonly problem: Readonly<
    Record<
      RowProblemCode,
      (words: { readonly column: string; readonly got: string; readonly allowed: string }) => string
    >
  >;

  readonly again: (triggers: string) => string;

  readonly reply: {
    readonly noProjects: string;
    readonly unknownProject: (name: string, suggestion: string | null, allowed: string) => string;
    readonly notPostmortem: (command: string) => string;
    readonly closedPostmortem: (command: string) => string;
    readonly unknownAction: (id: string, allowed: string | null) => string;
    readonly badAction: (id: string, problems: string) => string;
    readonly registeredBefore: (id: string, day: string) => string;
  };
}

export function postmortemTexts(locale: Locale): PostmortemTexts {
  return locale === 'ja' ? POSTMORTEM_TEXTS_JA : POSTMORTEM_TEXTS_EN;
}
