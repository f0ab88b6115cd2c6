import { createReadStream } from 'node:fs';
import { CliError } from './cli-error.ts';
import type { CliTexts } from './texts/cli-texts.ts';

/** Far above any description, list of files or configuration, and far below what would fill the memory. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** The text of a file, of a pipe (`<(git diff …)`), or of `stdin` for `-`. Throws `CliError` that says what is wrong. */
export async function readText(
  path: string,
  stdin: () => AsyncIterable<Uint8Array>,
  error: CliTexts['error'],
): Promise<string> {
  const name = path === '-' ? error.standardInput : path;
  const bytes = await collect(name, path === '-' ? stdin() : createReadStream(path), error);
  // NUL is UTF-8, but no text: it is how compiled files, and git's -z, show themselves.
  if (bytes.includes(0)) throw new CliError(error.notText(name));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CliError(error.notText(name), { cause });
  }
}

async function collect(name: string, stream: AsyncIterable<Uint8Array>, error: CliTexts['error']): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of stream) {
      pieces.push(piece);
      size += piece.length;
      if (size > MOST_BYTES) throw new CliError(error.tooLarge(name, MOST_BYTES));
    }
  } catch (cause) {
    if (cause instanceof CliError) throw cause;
    throw new CliError(error.cannotRead(name, describeReadError(cause, error.why)), { cause });
  }
  return Buffer.concat(pieces);
}

/** Why a file cannot be read, in words. */
export function describeReadError(cause: unknown, why: CliTexts['error']['why']): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return why.missing;
  if (code === 'EISDIR') return why.directory;
  if (code === 'EACCES' || code === 'EPERM') return why.forbidden;
  return cause instanceof Error ? cause.message : String(cause);
}
