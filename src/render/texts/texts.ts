import type { CommandName } from '../../domain/command/parse-commands.ts';
import type { IncompleteReason } from '../../domain/pull-request/changed-files.ts';
import type { RiskLevel, RuleLevel } from '../../domain/risk/risk-level.ts';
import type { Conclusion, DecisionReason } from '../../domain/statement/decision.ts';
import type { FindingCode, StatementVerdict } from '../../domain/statement/impact-statement.ts';

/** A text that needs nothing, or words made of what it is given. Strings given are safe for where they go. */
type Text<Given> = [Given] extends [null] ? string : (given: Given) => string;

/** What one code of a union carries, where the words need other shapes than the data (lists are joined, levels named). */
interface ReasonWords {
  readonly 'exempt-author': { readonly login: string };
  readonly 'exempt-bot': { readonly login: string };
  readonly 'exempt-paths': { readonly globs: string };
  readonly 'exempt-revert': { readonly number: number };
  readonly overridden: { readonly by: string; readonly reason: string };
  readonly 'mode-off': null;
  readonly stated: null;
  readonly inherited: { readonly number: number };
  readonly 'none-accepted': { readonly level: RiskLevel };
  readonly 'none-above-limit': { readonly level: RiskLevel; readonly allowedUpTo: RuleLevel | 'never' };
  readonly 'none-without-reason': null;
  readonly 'statement-missing': null;
  readonly 'statement-placeholder': null;
  readonly 'fields-required': { readonly fields: string; readonly level: RiskLevel };
  readonly 'risk-unknown': { readonly because: IncompleteReason };
  readonly 'config-broken': { readonly problems: number };
  readonly 'line-stopped': { readonly project: string; readonly issue: number | null; readonly level: RiskLevel };
  readonly 'windows-open': { readonly numbers: string; readonly count: number; readonly blockAfter: number };
}

interface FindingWords {
  readonly 'section-missing': { readonly headings: string };
  readonly 'section-placeholder': { readonly heading: string; readonly line: number };
  readonly 'field-missing': { readonly field: string; readonly headings: string };
  readonly 'field-placeholder': { readonly field: string; readonly line: number };
  readonly 'level-without-reason': { readonly field: string | null; readonly text: string; readonly line: number };
  readonly 'none-without-reason': { readonly field: string | null; readonly line: number };
  readonly 'sections-disagree': { readonly places: string };
  readonly 'choose-exactly-one': { readonly options: string; readonly chosen: number; readonly line: number };
  readonly 'hidden-heading': { readonly where: 'comment' | 'code' | 'quote'; readonly line: number };
  readonly 'body-truncated': { readonly limit: number };
}

/** The commands whose features are built. */
export type ActiveCommand = Extract<
  CommandName,
  | 'none'
  | 'recheck'
  | 'override'
  | 'kind'
  | 'cause'
  | 'link'
  | 'unlink'
  | 'no-change'
  | 'monitored'
  | 'postmortem'
  | 'action'
  | 'agree'
  | 'help'
>;

interface CommandWords {
  readonly what: string;
  readonly who: string;
}

interface LabelWords {
  readonly impact: Readonly<Record<'stated' | 'missing' | 'none' | 'exempt' | 'overridden', string>>;
  readonly risk: Readonly<Record<RiskLevel, string>>;
  readonly monitoring: Readonly<Record<'open' | 'done' | 'lapsed', string>>;
  readonly rule: string;
}

/** Every text that Hiyari writes to people, once for each locale. Texts end with a full stop where they are sentences. */
export interface Texts {
  readonly list: (items: readonly string[]) => string;
  readonly oneOf: (items: readonly string[]) => string;
  readonly quoted: (words: string) => string;
  /** With the space before it, where the language has one. */
  readonly inBrackets: (words: string) => string;
  readonly fullStop: string;
  readonly betweenSentences: string;
  readonly andMore: (count: number) => string;
  readonly level: Readonly<Record<RiskLevel, string>>;
  /** `high risk`, in the middle of a sentence. */
  readonly atLevel: Readonly<Record<RiskLevel, string>>;
  readonly verdict: Readonly<Record<StatementVerdict, string>>;

  /** A few words for the title. */
  readonly headline: Readonly<Record<DecisionReason['code'], string>>;
  readonly reason: { readonly [Code in DecisionReason['code']]: Text<ReasonWords[Code]> };
  readonly finding: { readonly [Code in FindingCode]: Text<FindingWords[Code]> };

  readonly match: {
    /** `schema (high)` */
    readonly rule: Text<{ readonly rule: string; readonly level: RuleLevel }>;
    readonly paths: Text<{ readonly paths: string }>;
    readonly labels: Text<{ readonly labels: string; readonly count: number }>;
    readonly measured: Text<{ readonly values: string }>;
    readonly changedLines: Text<number>;
    readonly changedFiles: Text<number>;
    readonly incidents: Text<number>;
    readonly history: Text<{
      readonly area: string;
      readonly incidents: number;
      readonly total: number;
      readonly days: number;
    }>;
    readonly noRule: string;
  };

  readonly check: {
    readonly title: Text<{ readonly headline: string; readonly level: RiskLevel }>;
    readonly titleOfMany: Text<{
      readonly headline: string;
      readonly level: RiskLevel;
      readonly number: number;
      readonly count: number;
    }>;
    readonly advice: string;
    readonly missing: string;
    readonly risk: Text<RiskLevel>;
    readonly setBy: Text<string>;
    readonly unknownRisk: Readonly<Record<IncompleteReason, string>>;
    readonly next: string;
    readonly reruns: string;
    readonly paste: string;
    readonly pasteWhere: string;
    readonly pasteInstead: string;
    readonly pasteFields: string;
    readonly several: Text<number>;
    readonly pullRequest: string;
    readonly result: string;
    readonly riskColumn: string;
    readonly foreign: string;
    readonly mark: Readonly<Record<Conclusion, string>>;
    readonly conclusion: Readonly<Record<Conclusion, string>>;
    /** Instead of a headline that would not say which. */
    readonly fieldsMissing: Text<string>;
    readonly read: string;
    readonly nothingRead: string;
    readonly part: string;
    readonly verdictColumn: string;
    readonly words: string;
    readonly lines: Text<{ readonly first: number; readonly last: number }>;
    readonly wholeStatement: string;
    /** Follows the words quoted. */
    readonly reasonGiven: Text<string>;
    readonly notFound: string;
    readonly findings: string;
    readonly rules: string;
    readonly commands: string;
    readonly commandsIntro: string;
    readonly cut: string;
    readonly nobody: string;
    readonly nobodyTitle: string;
  };

  readonly step: {
    readonly addSection: string;
    readonly addSectionByButton: Text<string>;
    readonly fillSection: Text<string>;
    readonly fillFields: Text<string>;
    readonly sayWhyNone: Text<string | null>;
    readonly giveReason: string;
    readonly splitOrFill: string;
    readonly readAgain: string;
    readonly mendConfig: string;
    readonly confirmWindows: string;
    readonly liftStop: Text<{ readonly issue: number | null; readonly override: string }>;
  };

  readonly button: Readonly<
    Record<'insert-section' | 'recheck', { readonly label: string; readonly description: string }>
  >;

  readonly section: {
    readonly heading: string;
    /** Shown in an HTML comment: must not hold `--`. */
    readonly prompt: string;
    readonly prompts: Readonly<Record<string, string>>;
    readonly fieldPrompt: string;
  };

  readonly mergeGroup: {
    readonly title: Text<{ readonly headline: string; readonly level: RiskLevel; readonly count: number }>;
    readonly intro: Text<number>;
    readonly unreadableTitle: Text<number>;
    readonly unreadable: string;
    readonly emptyTitle: string;
    readonly empty: string;
    readonly next: string;
  };

  readonly config: {
    readonly title: Text<{ readonly problems: number; readonly changes: number | null }>;
    readonly problems: Text<number>;
    readonly fine: string;
    readonly at: Text<{ readonly line: number; readonly column: number }>;
    readonly annotation: string;
    readonly preview: string;
    readonly previewCounts: Text<{ readonly considered: number; readonly changed: number }>;
    readonly notPreviewed: Text<number>;
    readonly noPreview: string;
    readonly before: string;
    readonly after: string;
    readonly brokenTitle: Text<number>;
    readonly broken: Text<{ readonly path: string; readonly ref: string; readonly problems: number }>;
    readonly brokenBlocks: string;
    readonly brokenAdvises: string;
    readonly brokenNext: Text<string>;
    readonly offTitle: string;
    readonly off: Text<string>;
  };

  readonly labels: LabelWords;

  readonly command: {
    readonly help: string;
    readonly columns: { readonly command: string; readonly what: string; readonly who: string };
    /** What stands in angle brackets, or in square ones where it may be left out. */
    readonly argument: Readonly<Record<'reason' | 'kind' | 'cause' | 'why' | 'seen' | 'project', string>>;
    readonly of: Readonly<Record<ActiveCommand, CommandWords>>;
    readonly unknown: Text<{ readonly command: string; readonly suggestion: string | null }>;
    readonly notPermitted: Text<{ readonly command: string; readonly needs: string }>;
    readonly needs: Readonly<Record<'author-or-write' | 'write' | 'maintain', string>>;
    readonly reasonRequired: Text<{ readonly command: string; readonly example: string }>;
    readonly exampleReason: Readonly<Record<'none' | 'override', string>>;
    readonly notPullRequest: Text<string>;
    readonly notIncident: Text<string>;
    readonly valueNotAllowed: Text<{ readonly command: string; readonly allowed: string }>;
    readonly numberNeeded: Text<{ readonly command: string; readonly example: string }>;
    readonly noSuchChange: Text<{ readonly command: string; readonly number: string }>;
    readonly closed: Text<string>;
    readonly notWatched: Text<string>;
    readonly watchOver: Text<string>;
    readonly failed: Text<{ readonly command: string; readonly what: string }>;
    readonly seeHelp: Text<string>;
  };

  readonly terminal: {
    readonly statement: string;
    readonly risk: string;
    readonly conclusion: string;
    readonly fields: string;
    readonly rules: string;
    readonly findings: string;
    readonly why: string;
  };
}
