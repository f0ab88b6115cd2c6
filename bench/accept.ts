import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Load, LoadResult } from './accept-load.ts';
import type { BenchRow } from './bench-row.ts';

const SECRET = 'a secret of sixteen or more characters';
const ROUNDS = 5;
const CONNECTIONS = 64;
const WARM_UP = 500;
const REQUESTS = 2_000;

/**
 * How fast signed webhooks of 23 KB are accepted, durably, on SQLite with `synchronous=FULL`; beside bare Probot, which
 * keeps nothing, in the same run. Server and generator have a process each.
 */
export async function acceptRows(): Promise<BenchRow[]> {
  // Beside the real database: a temporary folder may be in memory, where a sync to disk costs nothing.
  mkdirSync('data', { recursive: true });
  const folder = mkdtempSync(join('data', 'bench-'));
  const ours = await startServer('hiyari', join(folder, 'hiyari.db'));
  const bare = await startServer('probot', '');
  const generator = fork(beside('accept-load'), { stdio: 'inherit' });
  try {
    const rates = { ours: [] as number[], bare: [] as number[] };
    for (const port of [ours.port, bare.port]) await load(generator, { port, requests: WARM_UP, rate: null });
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.ours.push((await load(generator, { port: ours.port, requests: REQUESTS, rate: null })).perSecond);
      rates.bare.push((await load(generator, { port: bare.port, requests: REQUESTS, rate: null })).perSecond);
    }
    const accepted = median(rates.ours);
    const ratio = median(rates.ours.map((rate, round) => rate / (rates.bare[round] ?? Number.NaN)));
    const half = await load(generator, { port: ours.port, requests: Math.round(accepted * 2), rate: accepted / 2 });
    return [
      row('durable accept of signed webhooks', accepted, '/s', 'for comparison', true),
      row('bare Probot, nothing kept', median(rates.bare), '/s', 'for comparison', true),
      row('durable accept against bare Probot', ratio, 'x', '>= 1.2 x', ratio >= 1.2),
      row('accept at half load, p99', half.p99Ms, 'ms', '<= 50 ms', half.p99Ms <= 50),
    ];
  } finally {
    for (const child of [ours.child, bare.child, generator]) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startServer(kind: 'hiyari' | 'probot', path: string): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(beside('accept-server'), [kind, SECRET, path], { stdio: 'inherit' });
  const [port] = await once(child, 'message');
  return { child, port: Number(port) };
}

async function load(generator: ChildProcess, how: Pick<Load, 'port' | 'requests' | 'rate'>): Promise<LoadResult> {
  generator.send({ ...how, secret: SECRET, connections: CONNECTIONS } satisfies Load);
  const [result] = (await once(generator, 'message')) as [LoadResult];
  if (result.refused > 0) throw new Error(`${result.refused} of ${how.requests} deliveries were refused`);
  return result;
}

/** Sources are run as they are, a build as JavaScript. */
function beside(name: string): string {
  return import.meta.filename.replace(/accept\.(ts|js)$/, `${name}.$1`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function row(name: string, value: number, unit: string, target: string, ok: boolean): BenchRow {
  return { name, value: Math.round(value * 100) / 100, unit, target, ok };
}
