import { join } from 'node:path';
import { describe } from 'vitest';
import { openPostgresStore } from '../../src/storage/postgres/open-store.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open-store.ts';
import { manualTime } from '../support/manual-time.ts';
import { newPostgresDatabase } from '../support/postgres.ts';
import { recordingLog } from '../support/recording-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { describeRecordEquality } from './record-equality.ts';

const { clock } = manualTime();

describe('what is counted of a repository', () => {
  describe('on SQLite', () =>
    describeRecordEquality(async () => {
      const folder = temporaryFolder();
      const store = await openSqliteStore({
        path: join(folder.path, 'hiyari.db'),
        role: 'worker',
        clock,
        log: recordingLog(),
      });
      return {
        store,
        close: async () => {
          await store.close();
          folder.remove();
        },
      };
    }, 60));

  describe('on PostgreSQL', () =>
    describeRecordEquality(async () => {
      const url = await newPostgresDatabase();
      const store = await openPostgresStore({ url, role: 'worker', clock, log: recordingLog() });
      return { store, close: store.close };
    }, 25));
});
