import type { Locale } from '../../domain/locale.ts';
import type { GitHubFault } from '../../ports/github-error.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** Every text of the command line, once for each language. */
export interface CliTexts {
  readonly about: string;
  /** The help of every command. */
  readonly usage: {
    readonly title: string;
    readonly command: string;
    readonly commands: string;
    readonly arguments: string;
    readonly options: string;
    readonly optionsTitle: string;
    readonly examples: string;
    readonly exit: string;
    readonly exitCodes: readonly (readonly [code: string, meaning: string])[];
  };
  readonly command: Readonly<
    Record<'check' | 'validate' | 'explain' | 'simulate' | 'inbox' | 'inboxList' | 'inboxReplay', string>
  >;
  readonly option: Readonly<
    Record<
      | 'body'
      | 'template'
      | 'heading'
      | 'files'
      | 'config'
      | 'configOrDefault'
      | 'base'
      | 'json'
      | 'strict'
      | 'locale'
      | 'path'
      | 'file'
      | 'repo'
      | 'last'
      | 'database'
      | 'state'
      | 'limit'
      | 'ids'
      | 'all'
      | 'help'
      | 'version',
      string
    >
  >;
  readonly error: {
    readonly unknownOption: (option: string, allowed: string, didYouMean?: string) => string;
    readonly takesNoValue: (option: string) => string;
    readonly optionFirst: (option: string) => string;
    readonly tooMany: (word: string) => string;
    readonly missingValue: (option: string) => string;
    readonly missing: (option: string) => string;
    readonly unknownCommand: (command: string, allowed: string, didYouMean?: string) => string;
    readonly notAllowed: (option: string, got: string, allowed: string, didYouMean?: string) => string;
    readonly notNumber: (option: string, got: string, min: number, max: number) => string;
    readonly stdinTwice: string;
    readonly cannotRead: (path: string, why: string) => string;
    readonly why: Readonly<Record<'missing' | 'directory' | 'forbidden', string>>;
    readonly tooLarge: (path: string, limit: number) => string;
    readonly notText: (path: string) => string;
    readonly standardInput: string;
    readonly badFiles: (line: number, text: string) => string;
    readonly badFilesJson: (why: string) => string;
    readonly configBroken: (path: string, problems: number) => string;
    readonly noToken: string;
    readonly badRepo: (got: string) => string;
    readonly noRepository: (repo: string) => string;
    readonly idsOrAll: string;
    readonly noDatabase: (path: string) => string;
    readonly badSetting: (problem: string) => string;
    readonly seeHelp: (command: string) => string;
    /** For what nobody foresaw: a defect of ours. */
    readonly unexpected: (message: string) => string;
  };
  /** What to do when GitHub did not do what was asked. */
  readonly github: Readonly<Record<GitHubFault, string>>;
  readonly notBefore: (time: string) => string;
  readonly storage: (message: string) => string;
  readonly using: (path: string) => string;
  readonly noFiles: string;
  readonly valid: (path: string) => string;
  readonly extendsNotRead: (reference: string) => string;
  /** The same for commands that take no `--base`. */
  readonly extendsIgnored: (reference: string) => string;
  readonly problems: (count: number) => string;
  readonly explain: {
    readonly level: (path: string, level: string) => string;
    readonly outcome: Readonly<Record<'selected' | 'taken-out' | 'no-pattern' | 'every-path', string>>;
    readonly pattern: (glob: string) => string;
    readonly alsoNeeds: string;
    readonly noRules: string;
  };
  readonly simulate: {
    readonly progress: (done: number, total: number) => string;
    readonly columns: Readonly<Record<'number' | 'statement' | 'risk' | 'conclusion' | 'title', string>>;
    readonly total: (count: number, failure: number, neutral: number, success: number) => string;
  };
  readonly inbox: {
    readonly columns: Readonly<Record<'id' | 'state' | 'event' | 'received' | 'error', string>>;
    readonly empty: string;
    readonly replayed: (count: number) => string;
    readonly notDead: (ids: string) => string;
    readonly counts: (waiting: number, done: number, dead: number, ignored: number) => string;
  };
}

const TEXTS: Readonly<Record<Locale, CliTexts>> = { en, ja };

export function cliTexts(locale: Locale): CliTexts {
  return TEXTS[locale];
}
