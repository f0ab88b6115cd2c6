import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { runKilledWorker } from './run-killed-worker.ts';

/** Nothing that was accepted is lost, whenever the worker is killed; and its lock dies with it. */
export async function expectNothingLost(size: { readonly deliveries: number; readonly kills: number }): Promise<void> {
  const folder = temporaryFolder();
  const path = join(folder.path, 'hiyari.db');
  const { kills, accepted } = await runKilledWorker({ path, ...size, random: seededRandom(1) });
  const database = new Database(path, { readonly: true });
  const ids = (statement: string) => database.prepare<[], string>(statement).pluck().all();
  const done = ids(`SELECT id FROM deliveries WHERE state = 'done'`);
  const marked = ids('SELECT command_id FROM done_commands');
  const left = ids('SELECT id FROM jobs');
  const sound = database.pragma('integrity_check', { simple: true });
  database.close();
  folder.remove();
  const all = Array.from({ length: size.deliveries }, (_, n) => `${n}`).toSorted();
  expect(kills).toBe(size.kills);
  expect([...accepted].toSorted()).toEqual(all);
  expect(done.toSorted()).toEqual(all);
  expect(marked.toSorted()).toEqual(all);
  expect(left).toEqual([]);
  expect(sound).toBe('ok');
}

/** A linear congruential generator (Numerical Recipes): the kills come at the same moments in each run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
