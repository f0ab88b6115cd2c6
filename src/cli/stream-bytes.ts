import { createReadStream } from 'node:fs';
import { CliError } from './cli-error.ts';
import { describeReadError } from './read-text.ts';
import type { CliTexts } from './texts/cli-texts.ts';

/** The bytes of a file or a pipe, or of `stdin` for `-`, as they come: never all of them at once. */
export async function* streamBytes(
  path: string,
  stdin: () => AsyncIterable<Uint8Array>,
  error: CliTexts['error'],
): AsyncGenerator<Uint8Array> {
  const name = path === '-' ? error.standardInput : path;
  try {
    yield* path === '-' ? stdin() : createReadStream(path);
  } catch (cause) {
    throw new CliError(error.cannotRead(name, describeReadError(cause, error.why)), { cause });
  }
}
