import { spawn } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { BENCH_GROUPS } from './bench-groups.ts';
import type { BenchRow } from './bench-row.ts';
import { renderRows } from './render-rows.ts';

/*
 * npm run bench -- [GROUP…] [--json]
 * Measures what the project promises of itself. Exits 0 also when a row is short: numbers inform, tests decide. Exits 1
 * when a group could not be measured, 2 on a group that does not exist.
 */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, 'in-this-process': { type: 'boolean', default: false } },
});
const known = Object.keys(BENCH_GROUPS);
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no group ${unknown.join(', ')}. Groups: ${known.join(', ')}.`);
  process.exit(2);
}
const names = positionals.length === 0 ? known : known.filter((name) => positionals.includes(name));

if (flags['in-this-process']) {
  const rows: BenchRow[] = [];
  for (const name of names) rows.push(...((await (await BENCH_GROUPS[name]?.())?.()) ?? []));
  process.stdout.write(JSON.stringify(rows));
} else {
  process.exitCode = (await report(names)) ? 0 : 1;
}

async function report(groups: readonly string[]): Promise<boolean> {
  const machine = describeMachine();
  if (!flags.json) console.log(`# ${machine.date} · Node ${machine.node} · ${machine.cores} × ${machine.cpu}`);
  const results: { readonly group: string; readonly rows: readonly BenchRow[] }[] = [];
  let whole = true;
  for (const group of groups) {
    const before = loadavg()[0] ?? 0;
    const rows = await measureApart(group);
    whole &&= rows !== null;
    results.push({ group, rows: rows ?? [] });
    if (!flags.json) console.log(`\n## ${group} (load before: ${before.toFixed(1)})\n${renderRows(rows ?? [])}`);
  }
  if (flags.json) console.log(JSON.stringify({ schema: 'hiyari.bench/1', machine, groups: results }, null, 2));
  return whole;
}

/** Each group has a process of its own: the garbage and the compiled code of one would change the next. */
async function measureApart(group: string): Promise<readonly BenchRow[] | null> {
  const child = spawn(process.execPath, [import.meta.filename, group, '--in-this-process'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code === 0) return JSON.parse(text) as BenchRow[];
  console.error(`The group ${group} could not be measured: its process ended with ${code}.`);
  return null;
}

function describeMachine() {
  const cores = cpus();
  return {
    date: new Date().toISOString().slice(0, 16),
    node: process.version,
    cores: cores.length,
    cpu: cores[0]?.model.trim() ?? 'unknown',
    platform: `${process.platform} ${process.arch}`,
  };
}
