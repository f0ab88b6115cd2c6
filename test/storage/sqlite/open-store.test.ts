import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe } from 'vitest';
import { openSqliteStore } from '../../../src/storage/sqlite/open-store.ts';
import { manualTime } from '../../support/manual-time.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { describeAttributions } from '../attribution-contract.ts';
import { describeExposures } from '../exposure-contract.ts';
import { describeAggregates } from '../store-contract.ts';
import type { StoreHarness } from '../store-harness.ts';
import { describeIncidents } from '../incident-contract.ts';
import { describeMonitoring } from '../monitoring-contract.ts';
import { describeRecords } from '../record-contract.ts';
import { describePostmortems } from '../postmortem-contract.ts';
import { describeProjects } from '../project-contract.ts';
import { describeReports } from '../report-contract.ts';
import { describeTransactions } from '../transaction-contract.ts';

async function open(): Promise<StoreHarness> {
  const folder = temporaryFolder();
  const path = join(folder.path, 'hiyari.db');
  const time = manualTime();
  const store = await openSqliteStore({ path, role: 'worker', clock: time.clock, log: recordingLog() });
  const beside = new Database(path);
  return {
    store,
    time,
    sql: async (statement) => {
      const prepared = beside.prepare<[], Record<string, unknown>>(statement);
      if (prepared.reader) return prepared.all();
      prepared.run();
      return [];
    },
    table: (name) => name,
    close: async () => {
      beside.close();
      await store.close();
      folder.remove();
    },
  };
}

describe('the store on SQLite', () => {
  describe('keeps and finds', () => describeAggregates(open));
  describe('keeps what users were exposed to', () => describeExposures(open));
  describe('keeps incidents', () => describeIncidents(open));
  describe('keeps what caused them', () => describeAttributions(open));
  describe('keeps what is watched', () => describeMonitoring(open));
  describe('keeps records', () => describeRecords(open));
  describe('keeps projects', () => describeProjects(open));
  describe('keeps reports', () => describeReports(open));
  describe('keeps postmortems', () => describePostmortems(open));
  describe('under load and failure', () => describeTransactions(open));
});
