import { defineCommand } from 'citty';
import { parseDate } from '../../config/parse-date.ts';
import { DEFAULT_BACKFILL_POLICY } from '../../domain/exposure/backfill-pace.ts';
import { LOCALES } from '../../domain/locale.ts';
import type { RepositoryName } from '../../ports/github.ts';
import { type ReadPast, type ReadPastDeps, readPast } from '../../usecases/read-past.ts';
import { CliError, type ExitCode, UsageError } from '../cli-error.ts';
import { type Arguments, readArguments, readChoice, readNumber } from '../read-arguments.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { type BackfillTexts, backfillTexts } from '../texts/backfill-texts.ts';
import { cliTexts } from '../texts/cli-texts.ts';
import { fullName } from '../../domain/pull-request/full-name.ts';

export interface BackfillParts extends ReadPastDeps {
  readonly close: () => Promise<void>;
}

/** Opens GitHub and the database; `path` is where `--database` says, or the App's own. */
export type OpenBackfill = (path: string | undefined) => Promise<BackfillParts>;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** `hiyari backfill o/r --since DATE`. */
export function backfillCommand(terminal: Terminal, open: OpenBackfill) {
  const { about, option } = backfillTexts(terminal.locale);
  const args = {
    repository: { type: 'positional', required: false, valueHint: 'o/r', description: option.repository },
    since: { type: 'string', valueHint: 'DATE', description: option.since },
    share: { type: 'string', valueHint: '50', description: option.share },
    database: { type: 'string', valueHint: 'F', description: option.database },
    json: { type: 'boolean', description: option.json },
    locale: { type: 'string', valueHint: 'en|ja', description: option.locale },
  } as const;
  return defineCommand({
    meta: { name: 'backfill', description: about },
    args,
    run: async ({ rawArgs }) =>
      runBackfill(terminal, open, readArguments(rawArgs, args, cliTexts(terminal.locale).error)),
  });
}

async function runBackfill(terminal: Terminal, open: OpenBackfill, args: Arguments): Promise<ExitCode> {
  const { error } = cliTexts(terminal.locale);
  const locale = readChoice(args, 'locale', LOCALES, error) ?? terminal.locale;
  const texts = backfillTexts(locale);
  const at = readRepository(args.words, texts);
  const percent = DEFAULT_BACKFILL_POLICY.share * 100;
  const share = readNumber(args, 'share', { min: 5, max: 100, fallback: percent }, error) / 100;
  const parts = await open(args.value('database'));
  try {
    const since = readSince(args.value('since'), parts.clock.now(), texts);
    const past = await readPast(parts, at, {
      since,
      policy: { ...DEFAULT_BACKFILL_POLICY, share },
      onProgress: (backfill, waiting) =>
        terminal.progress(
          waiting ? texts.waiting(backfill.notBefore ?? '') : texts.progress(texts.phase[backfill.phase], backfill),
        ),
    });
    terminal.progress('');
    if (past === null) throw new CliError(error.noRepository(fullName(at)));
    if (args.flag('json')) printJson(terminal, toJson(past));
    const { stopped } = past.backfill;
    if (stopped !== null) throw new CliError(texts.stopped(stopped));
    const name = fullName(past.repository);
    if (!args.flag('json')) terminal.out(`${texts.done(name, past.backfill)}\n`);
    return 0;
  } finally {
    await parts.close();
  }
}

function readRepository(words: readonly string[], texts: BackfillTexts): RepositoryName {
  const match = /^([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([\w.-]{1,100})$/.exec(words[0] ?? '');
  if (match === null || words.length > 1) throw new UsageError(texts.badRepository(words.join(' ')));
  return { owner: match[1] ?? '', name: match[2] ?? '' };
}

function readSince(given: string | undefined, now: number, texts: BackfillTexts): string {
  if (given === undefined) return new Date(now - DEFAULT_BACKFILL_POLICY.days * DAY_MS).toISOString();
  const day = parseDate(given);
  if (day === undefined || Date.parse(day) >= now) throw new UsageError(texts.badSince(given));
  return `${day}T00:00:00Z`;
}

/** `schemas/hiyari.backfill.1.schema.json`. */
function toJson({ repository, backfill, resumed }: ReadPast) {
  const { since, phase, counts, stopped, startedAt, updatedAt } = backfill;
  return {
    schema: 'hiyari.backfill/1',
    repository: fullName(repository),
    since,
    phase,
    resumed,
    counts,
    stopped,
    startedAt,
    updatedAt,
  };
}
