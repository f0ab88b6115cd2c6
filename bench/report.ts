import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../src/storage/sqlite/open-store.ts';
import { definitionsOf } from '../src/usecases/record-definitions.ts';
import type { BenchRow } from './bench-row.ts';
import { REPORT_NOW, reportConfig, reportHistory } from './report-history.ts';

const ROUNDS = 3;
const repository = { id: 1, owner: 'acme', name: 'shop', defaultBranch: 'main', private: true, installationId: 9 };
const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };

/** A whole report over five years, and how its cost grows when ten times the changes fall into the same weeks. */
export async function reportRows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hiyari-bench-'));
  try {
    const large = await measure(join(folder, 'large.db'), 1_000_000, 20_000);
    const small = await measure(join(folder, 'small.db'), 100_000, 20_000);
    const ratio = Math.round((large.milliseconds / small.milliseconds) * 10) / 10;
    const [time, size] = [large.milliseconds, large.megabytes];
    const what = 'report over 1,000,000 PRs and 20,000 incidents';
    return [
      { name: what, value: time, unit: 'ms', target: '<= 2000 ms', ok: time <= 2_000 },
      { name: `${what}, peak memory`, value: size, unit: 'MB', target: '<= 300 MB', ok: size <= 300 },
      { name: 'the same over 100,000 PRs', value: small.milliseconds, unit: 'ms', target: 'for comparison', ok: true },
      { name: 'time for 10 × the PRs in the same weeks', value: ratio, unit: '×', target: '<= 3 ×', ok: ratio <= 3 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Once {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** The file is written once; each report has a process of its own. The median of both. */
async function measure(path: string, changes: number, incidents: number): Promise<Once> {
  await write(path, changes, incidents);
  const rounds = Array.from({ length: ROUNDS }, () => runOnce(path));
  return { milliseconds: median(rounds.map((r) => r.milliseconds)), megabytes: median(rounds.map((r) => r.megabytes)) };
}

function runOnce(path: string): Once {
  const ran = spawnSync(process.execPath, [join(import.meta.dirname, 'report-once.js'), path], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`the report could not be made: ${ran.stderr}`);
  return JSON.parse(ran.stdout) as Once;
}

async function write(path: string, changes: number, incidents: number): Promise<void> {
  const store = await openSqliteStore({ path, role: 'worker', clock: { now: () => REPORT_NOW }, log });
  await store.repositories.save(repository);
  const history = reportHistory(changes, incidents);
  for (const day of history.days) {
    const span = { from: day.day, to: day.day };
    await store.transaction((session) => session.records.replaceDays(repository.id, span, [day]));
  }
  await store.transaction((session) => session.records.replaceIncidents(repository.id, history.incidents));
  const definitions = await definitionsOf({ store }, repository, reportConfig());
  await store.transaction((session) => session.records.settle(repository.id, definitions, { days: [], incidents: [] }));
  await store.close();
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
