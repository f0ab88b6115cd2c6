import { defineCommand } from 'citty';
import type { Store } from '../../ports/store.ts';
import { fullName } from '../../domain/pull-request/full-name.ts';
import { rebuildRecord } from '../../usecases/rebuild-record.ts';
import type { RefreshRecordDeps } from '../../usecases/refresh-record.ts';
import { type ExitCode, UsageError } from '../cli-error.ts';
import { type Arguments, readArguments } from '../read-arguments.ts';
import { findConfig, findRepository } from '../stored-repository.ts';
import type { Terminal } from '../terminal.ts';
import { cliTexts } from '../texts/cli-texts.ts';
import { rebuildTexts } from '../texts/rebuild-texts.ts';
import { reportTexts } from '../texts/report-texts.ts';

export interface RebuildParts {
  readonly store: RefreshRecordDeps['store'] & Pick<Store, 'repositories' | 'baseFiles'>;
  readonly close: () => Promise<void>;
}

/** Opens the database to count in it. */
export type OpenRebuild = (path: string | undefined) => Promise<RebuildParts>;

/** `hiyari rebuild [OWNER/NAME]`. */
export function rebuildCommand(terminal: Terminal, open: OpenRebuild) {
  const { about, option } = rebuildTexts(terminal.locale);
  const args = {
    repository: { type: 'positional', required: false, valueHint: 'OWNER/NAME', description: option.repository },
    config: { type: 'string', valueHint: 'F', description: option.config },
    database: { type: 'string', valueHint: 'F', description: option.database },
    locale: { type: 'string', valueHint: 'en|ja', description: option.locale },
  } as const;
  return defineCommand({
    meta: { name: 'rebuild', description: about },
    args,
    run: async ({ rawArgs }) =>
      runRebuild(terminal, open, readArguments(rawArgs, args, cliTexts(terminal.locale).error)),
  });
}

async function runRebuild(terminal: Terminal, open: OpenRebuild, args: Arguments): Promise<ExitCode> {
  const words = rebuildTexts(terminal.locale);
  const found = reportTexts(terminal.locale);
  if (args.words.length > 1) throw new UsageError(found.oneRepository);
  const parts = await open(args.value('database'));
  try {
    const named = args.words[0];
    const repositories =
      named === undefined ? await parts.store.repositories.all() : [await findRepository(parts, named, found)];
    for (const repository of repositories) {
      const { config } = await findConfig(terminal, parts, repository, args.value('config'), found);
      terminal.progress(words.counting(fullName(repository)));
      const counted = await rebuildRecord(parts, repository, config);
      terminal.progress('');
      terminal.out(`${words.done(fullName(repository), counted)}\n`);
    }
    return 0;
  } finally {
    await parts.close();
  }
}
