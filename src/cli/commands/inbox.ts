import { defineCommand } from 'citty';
import { LOCALES } from '../../domain/locale.ts';
import { INBOX_STATES, type Inbox } from '../../ports/inbox.ts';
import type { Queue } from '../../ports/queue.ts';
import { type ExitCode, UsageError } from '../cli-error.ts';
import { type Arguments, readArguments, readChoice, readNumber } from '../read-arguments.ts';
import { renderColumns } from '../render-columns.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { cliTexts } from '../texts/cli-texts.ts';

export interface InboxParts {
  readonly inbox: Pick<Inbox, 'list' | 'counts'>;
  readonly queue: Pick<Queue, 'dead' | 'replay'>;
  readonly close: () => Promise<void>;
}

/** Opens the database; reading never writes to it. `path` is where `--database` says, or the App's own. */
export type OpenInbox = (path: string | undefined, role: 'reader' | 'command') => Promise<InboxParts>;

/** `hiyari inbox list|replay`. */
export function inboxCommand(terminal: Terminal, open: OpenInbox) {
  const texts = cliTexts(terminal.locale);
  const database = { type: 'string', valueHint: 'F', description: texts.option.database } as const;
  const locale = { type: 'string', valueHint: 'en|ja', description: texts.option.locale } as const;
  const json = { type: 'boolean', description: texts.option.json } as const;
  const listArgs = {
    database,
    state: { type: 'string', valueHint: INBOX_STATES.join('|'), description: texts.option.state },
    limit: { type: 'string', valueHint: '50', description: texts.option.limit },
    locale,
    json,
  } as const;
  const replayArgs = {
    ids: { type: 'positional', required: false, valueHint: '[ID…]', description: texts.option.ids },
    all: { type: 'boolean', description: texts.option.all },
    database,
    locale,
    json,
  } as const;
  const list = defineCommand({
    meta: { name: 'list', description: texts.command.inboxList },
    args: listArgs,
    run: async ({ rawArgs }) => runList(terminal, open, readArguments(rawArgs, listArgs, texts.error)),
  });
  const replay = defineCommand({
    meta: { name: 'replay', description: texts.command.inboxReplay },
    args: replayArgs,
    run: async ({ rawArgs }) => runReplay(terminal, open, readArguments(rawArgs, replayArgs, texts.error)),
  });
  return defineCommand({
    meta: { name: 'inbox', description: texts.command.inbox },
    subCommands: { list, replay },
  });
}

async function runList(terminal: Terminal, open: OpenInbox, args: Arguments): Promise<ExitCode> {
  const { inbox: words, error } = cliTexts(terminal.locale);
  readChoice(args, 'locale', LOCALES, error);
  const state = readChoice(args, 'state', INBOX_STATES, error);
  const limit = readNumber(args, 'limit', { min: 1, max: 1000, fallback: 50 }, error);
  const parts = await open(args.value('database'), 'reader');
  try {
    const deliveries = await parts.inbox.list({ limit, ...(state === undefined ? {} : { state }) });
    const dead = state === undefined || state === 'dead' ? await parts.queue.dead(limit) : [];
    const counts = await parts.inbox.counts();
    if (args.flag('json')) {
      printJson(terminal, { schema: 'hiyari.inbox.list/1', counts, deliveries, deadJobs: dead });
      return 0;
    }
    const { columns } = words;
    const rows = [
      ...dead.map((job) => [job.id, 'dead', `${job.kind} ${job.lane}`, time(job.failedAt), job.error]),
      ...deliveries.map((one) => [
        one.id,
        one.state,
        one.action === null ? one.event : `${one.event}.${one.action}`,
        time(one.receivedAt),
        one.error ?? '',
      ]),
    ];
    const header = [columns.id, columns.state, columns.event, columns.received, columns.error];
    terminal.out(rows.length === 0 ? `${words.empty}\n` : renderColumns(header, rows));
    terminal.err(`${words.counts(counts.waiting, counts.done, counts.dead, counts.ignored)}\n`);
    return 0;
  } finally {
    await parts.close();
  }
}

async function runReplay(terminal: Terminal, open: OpenInbox, args: Arguments): Promise<ExitCode> {
  const { inbox: words, error } = cliTexts(terminal.locale);
  readChoice(args, 'locale', LOCALES, error);
  const all = args.flag('all');
  if (all === args.words.length > 0) throw new UsageError(error.idsOrAll);
  const parts = await open(args.value('database'), 'command');
  try {
    const replayed = await parts.queue.replay(all ? 'all' : args.words);
    if (args.flag('json')) printJson(terminal, { schema: 'hiyari.inbox.replay/1', replayed });
    else if (replayed > 0 || all) terminal.out(`${words.replayed(replayed)}\n`);
    if (replayed > 0 || all) return 0;
    terminal.err(`${words.notDead(args.words.join(', '))}\n`);
    return 1;
  } finally {
    await parts.close();
  }
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
