import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BenchRow } from './bench-row.ts';

const ROUNDS = 3;
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

/** From `node bin/hiyari-server.js` to the first answer, and what the process then holds. Needs a build. */
export async function startRows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hiyari-bench-'));
  const times: number[] = [];
  const sizes: number[] = [];
  try {
    // The first start makes the database and fills the disk cache: it is not counted.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const { milliseconds, megabytes } = await startOnce(folder);
      if (round === 0) continue;
      times.push(milliseconds);
      sizes.push(megabytes);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [time, size] = [median(times), median(sizes)];
  return [
    { name: 'start to listening, warm', value: time, unit: 'ms', target: '<= 1500 ms', ok: time <= 1_500 },
    { name: 'resident memory after the start', value: size, unit: 'MB', target: '<= 150 MB', ok: size <= 150 },
  ];
}

async function startOnce(folder: string): Promise<{ readonly milliseconds: number; readonly megabytes: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [resolve('bin/hiyari-server.js')], {
    cwd: folder,
    env: {
      APP_ID: '1',
      PRIVATE_KEY: privateKey,
      WEBHOOK_SECRET: 'a secret of sixteen or more characters',
      PORT: '0',
      // Nobody is there: what the start costs is ours alone.
      GITHUB_API_URL: 'http://127.0.0.1:9',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const port = await portOf(child);
    const milliseconds = Math.round(performance.now() - began);
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const bytes = Number(/^process_resident_memory_bytes (\d+)$/m.exec(metrics)?.[1]);
    return { milliseconds, megabytes: Math.round(bytes / 1_048_576) };
  } finally {
    const ended = new Promise((done) => child.once('close', done));
    child.kill();
    await ended;
  }
}

async function portOf(child: ChildProcess): Promise<string> {
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    const port = /"port":(\d+)/.exec(output)?.[1];
    if (port !== undefined) return port;
  }
  throw new Error(`the server ended before it listened: ${output}`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
