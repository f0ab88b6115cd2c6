import { join } from 'node:path';
import { type DurableParts, openSqlite } from '../../../src/open-database.ts';
import type { Delivery } from '../../../src/ports/inbox.ts';
import type { Job } from '../../../src/ports/queue.ts';
import type { QueueSettings } from '../../../src/queue/queue-settings.ts';
import type { SqliteRole } from '../../../src/storage/sqlite/open-database.ts';
import { type ManualTime, manualTime } from '../../support/manual-time.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export interface WorkerRoom {
  readonly path: string;
  readonly time: ManualTime;
  readonly log: ReturnType<typeof recordingLog>;
  readonly open: (role?: SqliteRole, settings?: Partial<QueueSettings>) => Promise<DurableParts>;
  readonly clear: () => Promise<void>;
}

/** A file, a clock that is moved by hand, and no luck in retries: each pause is half of the longest. */
export function workerRoom(): WorkerRoom {
  const folder = temporaryFolder();
  const path = join(folder.path, 'hiyari.db');
  const time = manualTime();
  const log = recordingLog();
  const opened: DurableParts[] = [];
  return {
    path,
    time,
    log,
    open: async (role = 'worker', settings = {}) => {
      const { clock, timers } = time;
      const parts = await openSqlite({ path, role, clock, timers, log, random: () => 0.5, queue: settings });
      opened.push(parts);
      return parts;
    },
    clear: async () => {
      for (const { store } of opened) await store.close();
      folder.remove();
    },
  };
}

export function sampleDelivery(id: string, changes: Partial<Delivery> = {}): Delivery {
  return {
    id,
    event: 'pull_request',
    action: 'opened',
    installationId: 6_000_000_002,
    repositoryId: 5_000_000_001,
    receivedAt: 1_767_225_600_000,
    ...changes,
  };
}

/** A handler that ends when the test says so. */
export function steppedHandler() {
  const started: Job[] = [];
  const ends: ((error?: unknown) => void)[] = [];
  return {
    started,
    handler: (job: Job) =>
      new Promise<void>((resolve, reject) => {
        started.push(job);
        ends.push((error) => (error === undefined ? resolve() : reject(error)));
      }),
    /** Ends the job that started as number `index`. */
    end: (index: number, error?: unknown) => ends[index]?.(error),
  };
}
