import { GitHubError } from '../ports/github-error.ts';
import { StorageError } from '../ports/storage-error.ts';
import { oneLine } from '../render/escape/visible-text.ts';
import { CliError } from './cli-error.ts';
import type { CliTexts } from './texts/cli-texts.ts';

/** What went wrong, in words for the person at the terminal; `null` for what no one foresaw. */
export function describeTrouble(cause: unknown, texts: CliTexts): string | null {
  if (cause instanceof CliError) return cause.message;
  if (cause instanceof GitHubError) {
    const until = cause.retryAt === null ? null : new Date(cause.retryAt).toISOString();
    const advice = texts.github[cause.fault];
    return [`${advice} (${oneLine(cause.message)})`, ...(until === null ? [] : [texts.notBefore(until)])].join(' ');
  }
  // The storage's own words already say what to do next.
  return cause instanceof StorageError ? texts.storage(oneLine(cause.message)) : null;
}
