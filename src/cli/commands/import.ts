import { defineCommand } from 'citty';
import { suggest } from '../../config/suggest.ts';
import { fieldNamed, INCIDENT_FIELDS, type IncidentField } from '../../domain/incident/incident-field.ts';
import { readOffset } from '../../domain/incident/time-zones.ts';
import { LOCALES } from '../../domain/locale.ts';
import type { InstalledRepository } from '../../ports/store.ts';
import { oneLine } from '../../render/escape/visible-text.ts';
import { fullName } from '../../domain/pull-request/full-name.ts';
import { type ImportDeps, importIncidents, type ImportProblem } from '../../usecases/import-incidents.ts';
import { CliError, type ExitCode, UsageError } from '../cli-error.ts';
import { type Arguments, readArguments, readChoice } from '../read-arguments.ts';
import { isEncoding, readRows, ROW_FORMATS } from '../read-rows.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { cliTexts } from '../texts/cli-texts.ts';
import { type ImportTexts, importTexts } from '../texts/import-texts.ts';

export interface ImportParts extends ImportDeps {
  readonly close: () => Promise<void>;
}

/** `reader` for a dry run: it cannot write. */
export type OpenImport = (path: string | undefined, role: 'reader' | 'command') => Promise<ImportParts>;

/** A JSON document names so many; all are printed while the file is read. */
const MOST_PROBLEMS = 1_000;
const DELIMITERS: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t' };

/** `hiyari import FILE`. */
export function importCommand(terminal: Terminal, open: OpenImport) {
  const { about, option } = importTexts(terminal.locale);
  const texts = cliTexts(terminal.locale);
  const args = {
    file: { type: 'positional', required: false, valueHint: 'FILE|-', description: option.file },
    repo: { type: 'string', valueHint: 'OWNER/NAME', description: option.repo },
    map: { type: 'string', valueHint: 'FIELD=COLUMN', description: option.map },
    format: { type: 'string', valueHint: ROW_FORMATS.join('|'), description: option.format },
    delimiter: { type: 'string', valueHint: Object.keys(DELIMITERS).join('|'), description: option.delimiter },
    encoding: { type: 'string', valueHint: 'NAME', description: option.encoding },
    zone: { type: 'string', valueHint: '+09:00', description: option.zone },
    'dry-run': { type: 'boolean', description: option.dryRun },
    database: { type: 'string', valueHint: 'F', description: texts.option.database },
    json: { type: 'boolean', description: texts.option.json },
    locale: { type: 'string', valueHint: 'en|ja', description: texts.option.locale },
  } as const;
  return defineCommand({
    meta: { name: 'import', description: about },
    args,
    run: async ({ rawArgs }) => runImport(terminal, open, readArguments(rawArgs, args, texts.error)),
  });
}

async function runImport(terminal: Terminal, open: OpenImport, args: Arguments): Promise<ExitCode> {
  const { error } = cliTexts(terminal.locale);
  const words = importTexts(terminal.locale);
  readChoice(args, 'locale', LOCALES, error);
  const [file, ...more] = args.words;
  if (file === undefined || more.length > 0) throw new UsageError(words.oneFile);
  const columns = readMapping(args.values('map'), words);
  const format =
    readChoice(args, 'format', ROW_FORMATS, error) ?? (/\.(?:jsonl|ndjson)$/i.test(file) ? 'jsonl' : 'csv');
  const delimiter = DELIMITERS[readChoice(args, 'delimiter', Object.keys(DELIMITERS), error) ?? 'comma'] ?? ',';
  const encoding = args.value('encoding') ?? 'auto';
  if (encoding !== 'auto' && !isEncoding(encoding)) throw new UsageError(words.badEncoding(encoding));
  const zone = readOffset(args.value('zone') ?? 'UTC');
  if (zone === null) throw new UsageError(words.badZone(args.value('zone') ?? ''));
  const dryRun = args.flag('dry-run');
  const problems: { readonly line: number; readonly problem: ImportProblem }[] = [];
  const parts = await open(args.value('database'), dryRun ? 'reader' : 'command');
  try {
    const repository = await findRepository(parts, args.value('repo'), words);
    const rows = readRows(terminal.stream(file), { format, encoding, delimiter });
    const summary = await importIncidents(parts, rows, {
      repository,
      columns,
      zone,
      dryRun,
      onProgress: (count) => terminal.progress(words.progress(count)),
      onProblem: (line, problem) => {
        if (problems.length < MOST_PROBLEMS) problems.push({ line, problem });
        terminal.progress('');
        terminal.err(`${words.problemAt(line, describe(problem, words))}\n`);
      },
    });
    terminal.progress('');
    const { rows: count, imported, failed, findings, unused } = summary;
    if (args.flag('json')) {
      const listed = problems.map(({ line, problem }) => ({ line, ...problem }));
      printJson(terminal, {
        schema: 'hiyari.import/1',
        dryRun,
        rows: count,
        imported,
        failed,
        findings,
        unused,
        problems: listed,
      });
    } else {
      terminal.out(`${(dryRun ? words.would : words.done)(imported, failed)}\n`);
      for (const [code, times] of Object.entries(findings))
        terminal.out(`- ${words.finding[code as keyof typeof findings](times)}\n`);
      if (unused.length > 0) terminal.out(`- ${words.unused(unused.map(oneLine).join(', '))}\n`);
    }
    return failed > 0 ? 1 : 0;
  } finally {
    await parts.close();
  }
}

/** `startedAt=発生日時`: which column is which field. */
function readMapping(given: readonly string[], words: ImportTexts): ReadonlyMap<string, IncidentField> {
  const columns = new Map<string, IncidentField>();
  for (const pair of given) {
    const [name = '', ...rest] = pair.split('=');
    const field = INCIDENT_FIELDS.find((one) => one === name) ?? fieldNamed(name);
    const column = rest.join('=').trim();
    if (field === null || column === '') {
      throw new UsageError(words.badMap(pair, INCIDENT_FIELDS.join(', '), suggest(name, INCIDENT_FIELDS).didYouMean));
    }
    columns.set(column, field);
  }
  return columns;
}

async function findRepository(
  { store }: ImportParts,
  name: string | undefined,
  words: ImportTexts,
): Promise<InstalledRepository | null> {
  if (name === undefined) return null;
  const known = await store.repositories.all();
  const found = known.find((one) => fullName(one).toLowerCase() === name.toLowerCase());
  if (found === undefined) throw new CliError(words.noRepository(name, known.map(fullName).slice(0, 20).join(', ')));
  return found;
}

function describe(problem: ImportProblem, { problem: words }: ImportTexts): string {
  switch (problem.code) {
    case 'empty':
    case 'wrong-encoding':
    case 'no-repository':
      return words[problem.code];
    case 'missing':
    case 'not-text':
      return words[problem.code](oneLine(problem.field));
    case 'unreadable':
      return words.unreadable(oneLine(problem.message));
    case 'unknown-repository':
      return words['unknown-repository'](oneLine(problem.repository));
  }
}
