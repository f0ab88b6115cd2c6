import { afterEach, expect, it, vi } from 'vitest';
import { DEFAULT_QUEUE_SETTINGS } from '../../../src/queue/queue-settings.ts';
import type { JobDatabase } from '../../../src/queue/sqlite/job-database.ts';
import { startWorker } from '../../../src/queue/sqlite/start-worker.ts';
import { openSqliteDatabase } from '../../../src/storage/sqlite/open-database.ts';
import { sampleJob } from '../../storage/samples.ts';
import { workerRoom } from './worker-room.ts';

const PATIENT = { timeout: 20_000, interval: 2 };
const room = workerRoom();
afterEach(() => room.clear());

it('tries to store the end of a job until the disk takes it, and keeps its lane', async () => {
  const { path, time, log } = room;
  const database = await openSqliteDatabase({ path, role: 'worker', clock: time.clock, log });
  let full = false;
  const fragile: JobDatabase = {
    ...database,
    write: (work) =>
      database.write((connection) => {
        if (full) throw new Error('database or disk is full');
        return work(connection);
      }),
  };
  const seen: unknown[] = [];
  const worker = startWorker(
    {
      database: fragile,
      clock: time.clock,
      log,
      timers: time.timers,
      random: () => 0,
      settings: DEFAULT_QUEUE_SETTINGS,
    },
    async ({ payloads }) => {
      seen.push(...payloads);
      full = seen.length === 1;
    },
    () => undefined,
  );
  await worker.idle();
  await database.write(() =>
    database.insertJobs([sampleJob({ payload: 1 }), sampleJob({ payload: 2, key: 'next' })], null, time.clock.now()),
  );
  await vi.waitFor(() => expect(log.lines.some(({ message }) => message.includes('end of a job'))).toBe(true), PATIENT);
  await database.write(() => undefined);
  expect(seen).toEqual([1]);
  full = false;
  time.advance(1_000);
  await vi.waitFor(() => expect(seen).toEqual([1, 2]), PATIENT);
  await worker.stop();
  expect(database.readConnection.prepare('SELECT count(*) AS jobs FROM jobs').get()).toEqual({ jobs: 0 });
  await database.close();
});
