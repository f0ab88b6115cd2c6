import type { Locale } from '../domain/locale.ts';

/** What a command needs of the terminal that it runs in. `out` is for results alone; everything else goes to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** One line that overwrites the one before, for people who wait; empty text takes it away. Nothing where nobody looks. */
  readonly progress: (text: string) => void;
  /** Whether `out` shows colours: never when it is not a terminal, or when `NO_COLOR` is set. */
  readonly colors: boolean;
  /** What `--locale` says, else the language of the person's environment; a configuration may say another. */
  readonly locale: Locale;
  /** The text of a file, or of standard input for `-`. Throws `CliError` with the way out. */
  readonly read: (path: string) => Promise<string>;
  /** The same in pieces, for what may be larger than memory. */
  readonly stream: (path: string) => AsyncIterable<Uint8Array>;
  readonly exists: (path: string) => boolean;
}

/** Prints one JSON document, alone on `out`. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`);
}
