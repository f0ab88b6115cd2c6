import { existsSync } from 'node:fs';
import type { Locale } from '../domain/locale.ts';
import { readText } from './read-text.ts';
import { streamBytes } from './stream-bytes.ts';
import type { Terminal } from './terminal.ts';
import { cliTexts } from './texts/cli-texts.ts';

export interface Output {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** A process's streams, as far as a terminal needs them. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** To the start of the line, and clear what is on it. */
const ANEW = `\r${String.fromCodePoint(0x1b)}[K`;

export function createTerminal(
  { stdin, stdout, stderr }: Streams,
  environment: Readonly<Record<string, string | undefined>>,
  locale: Locale,
): Terminal {
  const { error } = cliTexts(locale);
  // https://no-color.org: any value but the empty one.
  const colorless = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    progress: (text) => {
      if (stderr.isTTY === true) stderr.write(`${ANEW}${text}`);
    },
    colors: stdout.isTTY === true && !colorless,
    locale,
    read: (path) => readText(path, () => stdin, error),
    stream: (path) => streamBytes(path, () => stdin, error),
    exists: existsSync,
  };
}
