import type { IncidentReport } from '../domain/incident/incident.ts';
import type { IncidentField } from '../domain/incident/incident-field.ts';
import type { IncidentFinding } from '../domain/incident/incident-finding.ts';
import { isoMoment } from '../domain/incident/read-moment.ts';
import { readIncidentRow, type RowProblem } from '../domain/incident/read-incident-row.ts';
import type { Clock } from '../ports/clock.ts';
import type { InstalledRepository, Store } from '../ports/store.ts';
import { attributionJob } from './attribution-job.ts';
import { contentHash } from './content-hash.ts';
import { fullName } from '../domain/pull-request/full-name.ts';

/** One row of a file, or why there is none. */
export type SourceRow =
  | { readonly line: number; readonly record: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly problem: ImportProblem };

export type ImportProblem =
  | RowProblem
  /** It is no row at all; `message` is the parser's. */
  | { readonly code: 'unreadable'; readonly message: string }
  /** Bytes that are no text in the encoding that was said. */
  | { readonly code: 'wrong-encoding' }
  | { readonly code: 'no-repository' }
  | { readonly code: 'unknown-repository'; readonly repository: string };

export interface ImportOptions {
  /** Where a row names none. */
  readonly repository: InstalledRepository | null;
  readonly columns: ReadonlyMap<string, IncidentField>;
  /** Minutes east of UTC of times without a zone. */
  readonly zone: number;
  /** Reads and checks everything and keeps nothing. */
  readonly dryRun: boolean;
  readonly onProgress: (rows: number) => void;
  readonly onProblem: (line: number, problem: ImportProblem) => void;
}

export interface ImportSummary {
  readonly rows: number;
  /** Kept, or with `dryRun` fit to be. */
  readonly imported: number;
  readonly failed: number;
  /** How many rows have which remark; they were imported all the same. */
  readonly findings: Readonly<Partial<Record<IncidentFinding['code'], number>>>;
  /** Columns that nothing was made of. */
  readonly unused: readonly string[];
}

export interface ImportDeps {
  readonly store: Pick<Store, 'transaction' | 'repositories'>;
  readonly clock: Clock;
}

/** A transaction holds up all other writes while it runs. */
const PIECE = 200;
const MOST_UNUSED = 100;

/**
 * Brings a table of incidents in, a piece at a time, however long it is. A row with an id replaces what it said before;
 * one without is named by its own content, so that the same file twice is the same incidents.
 */
export async function importIncidents(
  deps: ImportDeps,
  rows: AsyncIterable<SourceRow>,
  options: ImportOptions,
): Promise<ImportSummary> {
  const byName = new Map((await deps.store.repositories.all()).map((one) => [fullName(one).toLowerCase(), one]));
  const findings: Partial<Record<IncidentFinding['code'], number>> = {};
  const unused = new Set<string>();
  let counts = { rows: 0, imported: 0, failed: 0 };
  let piece: IncidentReport[] = [];

  async function flush(): Promise<void> {
    const reports = piece;
    piece = [];
    if (options.dryRun || reports.length === 0) return;
    await deps.store.transaction(async (session) => {
      await session.incidents.reportAll(reports);
      await session.outbox.enqueue(reports.map((report) => attributionJob(report)));
    });
  }

  for await (const row of rows) {
    counts = { ...counts, rows: counts.rows + 1 };
    const read =
      'problem' in row ? { problems: [row.problem] } : toReport(row.record, byName, options, deps.clock.now());
    if ('problems' in read) {
      counts = { ...counts, failed: counts.failed + 1 };
      for (const problem of read.problems) options.onProblem(row.line, problem);
    } else {
      counts = { ...counts, imported: counts.imported + 1 };
      piece.push(read.report);
      for (const code of new Set(read.report.findings.map((finding) => finding.code))) {
        findings[code] = (findings[code] ?? 0) + 1;
      }
      for (const column of read.unused) if (unused.size < MOST_UNUSED) unused.add(column);
    }
    if (piece.length >= PIECE) await flush();
    if (counts.rows % PIECE === 0) options.onProgress(counts.rows);
  }
  await flush();
  return { ...counts, findings, unused: [...unused] };
}

function toReport(
  record: Readonly<Record<string, unknown>>,
  byName: ReadonlyMap<string, InstalledRepository>,
  { repository: fallback, columns, zone }: ImportOptions,
  now: number,
):
  | { readonly report: IncidentReport; readonly unused: readonly string[] }
  | { readonly problems: readonly ImportProblem[] } {
  const row = readIncidentRow(record, { now, zone }, columns);
  if ('problems' in row) return row;
  const named = row.repository?.trim();
  const repository = named === undefined ? fallback : (byName.get(named.toLowerCase()) ?? null);
  if (repository === null) {
    const problem: ImportProblem =
      named === undefined ? { code: 'no-repository' } : { code: 'unknown-repository', repository: named.slice(0, 200) };
    return { problems: [problem] };
  }
  return {
    report: {
      ...row.facts,
      installationId: repository.installationId,
      repositoryId: repository.id,
      source: 'import',
      externalId: `${repository.id}:${row.id ?? contentHash(record)}`,
      reportedAt: isoMoment(now) ?? '',
    },
    unused: row.unused,
  };
}
