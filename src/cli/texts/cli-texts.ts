import type { Locale } from '../../domain/locale.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** Every text of the command line, once for each language. */
export interface CliTexts {
  readonly about: string;
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
      | 'all',
      string
    >
  >;
  readonly error: {
    readonly unknownOption: (option: string, allowed: string) => string;
    readonly tooMany: (word: string) => string;
    readonly missingValue: (option: string) => string;
    readonly missing: (option: string) => string;
    readonly unknownCommand: (command: string, allowed: string) => string;
    readonly notAllowed: (option: string, got: string, allowed: string) => string;
    readonly notNumber: (option: string, got: string, min: number, max: number) => string;
    readonly stdinTwice: string;
    readonly cannotRead: (path: string, why: string) => string;
    readonly tooLarge: (path: string, bytes: number, limit: number) => string;
    readonly badFiles: (line: number, text: string) => string;
    readonly badFilesJson: (why: string) => string;
    readonly configBroken: (path: string, problems: number) => string;
    readonly noToken: string;
    readonly badRepo: (got: string) => string;
    readonly noRepository: (repo: string) => string;
    readonly idsOrAll: string;
    readonly noDatabase: (path: string) => string;
    readonly seeHelp: (command: string) => string;
  };
  readonly using: (path: string) => string;
  readonly valid: (path: string) => string;
  readonly extendsNotRead: (reference: string) => string;
  readonly problems: (count: number) => string;
  readonly notices: (count: number) => string;
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
    readonly counts: (waiting: number, done: number, dead: number, ignored: number) => string;
  };
}

const TEXTS: Readonly<Record<Locale, CliTexts>> = { en, ja };

export function cliTexts(locale: Locale): CliTexts {
  return TEXTS[locale];
}
