import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openSqlite } from '../src/open-database.ts';
import type { BenchRow } from './bench-row.ts';

const ROWS = 1_000_000;
const LINES_AT_ONCE = 5_000;
const REPOSITORY = { id: 1, installationId: 1, owner: 'acme', name: 'shop', defaultBranch: 'main', private: true };
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** `hiyari import` of a million rows, checked only and kept: time, and the most memory its process held. Needs a build. */
export async function importRows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hiyari-bench-'));
  try {
    const table = join(folder, 'incidents.csv');
    await pipeline(Readable.from(linesOf(ROWS)), createWriteStream(table));
    const path = join(folder, 'hiyari.db');
    const { store } = await openSqlite({ path, role: 'worker', clock: { now: Date.now }, log: silent });
    await store.repositories.save(REPOSITORY);
    await store.close();
    const dry = await importOnce(table, path, ['--dry-run']);
    const wet = await importOnce(table, path, []);
    const again = await importOnce(table, path, []);
    const megabytes = Math.round(statSync(path).size / 1_048_576);
    return [
      ...measured('1,000,000 rows, checked only', dry, 60),
      ...measured('1,000,000 rows, kept', wet, 180),
      ...measured('the same again', again, 180),
      { name: 'the database then', value: megabytes, unit: 'MB', target: '<= 2500 MB', ok: megabytes <= 2_500 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

function measured(name: string, { seconds, megabytes }: Run, most: number): readonly BenchRow[] {
  return [
    { name, value: seconds, unit: 's', target: `<= ${most} s`, ok: seconds <= most },
    { name: `${name}: memory`, value: megabytes, unit: 'MB', target: '<= 350 MB', ok: megabytes <= 350 },
  ];
}

async function importOnce(table: string, database: string, more: readonly string[]): Promise<Run> {
  const began = performance.now();
  const args = [resolve('bin/hiyari.js'), 'import', table, '--repo', 'acme/shop', '--database', database, ...more];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, residentOf(child.pid));
  }, 100);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearInterval(look);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return { seconds: Math.round((performance.now() - began) / 100) / 10, megabytes: Math.round(peak / 1024) };
}

/** The most that the process ever held, in KiB, where the system tells; else 0. */
function residentOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function* linesOf(count: number): Generator<string> {
  yield 'id,title,kind,severity,started at,resolved at,services,causes,body\n';
  const from = Date.UTC(2020, 0, 1);
  for (let first = 0; first < count; first += LINES_AT_ONCE) {
    const lines: string[] = [];
    for (let at = first; at < Math.min(count, first + LINES_AT_ONCE); at += 1) {
      const started = new Date(from + at * 180_000);
      const ended = new Date(started.getTime() + 3_600_000).toISOString();
      const body = `"Exports of ""app/billing/${at % 500}.ts"" were late,\nand then not there."`;
      const kind = at % 3 === 0 ? 'regression' : 'incident';
      lines.push(`OPS-${at},Exports are late,${kind},SEV-2,${started.toISOString()},${ended},billing,code,${body}\n`);
    }
    yield lines.join('');
  }
}
