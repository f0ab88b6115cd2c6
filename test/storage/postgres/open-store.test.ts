import { Client } from 'pg';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { StorageError } from '../../../src/ports/storage-error.ts';
import type { Store } from '../../../src/ports/store.ts';
import { MIGRATIONS } from '../../../src/storage/migrations/migrations.ts';
import { openPostgresStore, type PostgresOptions, SCHEMA } from '../../../src/storage/postgres/open-store.ts';
import { manualTime } from '../../support/manual-time.ts';
import { newPostgresDatabase } from '../../support/postgres.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { sampleOpinion } from '../samples.ts';
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

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

async function open(): Promise<StoreHarness> {
  const url = await newPostgresDatabase();
  const time = manualTime();
  const store = await openPostgresStore({ url, role: 'worker', clock: time.clock, log: recordingLog() });
  const beside = await connect(url);
  return {
    store,
    time,
    sql: async (statement) => (await beside.query<Record<string, unknown>>(statement)).rows,
    table: (name) => `${SCHEMA}.${name}`,
    close: async () => {
      await beside.end();
      await store.close();
    },
  };
}

describe('the store on PostgreSQL', () => {
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

describe('opening', () => {
  let url: string;
  let opened: Store[] = [];
  beforeAll(async () => {
    url = await newPostgresDatabase();
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    opened = [];
  });

  async function openAs(role: PostgresOptions['role'], changes: Partial<PostgresOptions> = {}): Promise<Store> {
    const store = await openPostgresStore({ url, role, clock: manualTime().clock, log: recordingLog(), ...changes });
    opened.push(store);
    return store;
  }
  async function run(statement: string): Promise<readonly unknown[]> {
    const client = await connect(url);
    const { rows } = await client.query(statement);
    await client.end();
    return rows;
  }

  it.each(['command', 'reader'] as const)('a %s needs a schema that is there', async (role) => {
    const opening = openAs(role);
    await expect(opening).rejects.toBeInstanceOf(StorageError);
    await expect(opening).rejects.toThrow('Start the server of this version once');
  });

  it('takes each step once, however many start at a time', async () => {
    await Promise.all(Array.from({ length: 6 }, () => openAs('worker', { maxConnections: 2 })));
    const rows = await run(`SELECT name FROM ${SCHEMA}.migrations ORDER BY name`);
    expect(rows).toEqual(MIGRATIONS.map(({ name }) => ({ name })));
  });

  it('keeps out of the way of other programs', async () => {
    const rows = await run(
      `SELECT count(*)::int AS tables FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    expect(rows).toEqual([{ tables: 0 }]);
  });

  it('as a reader cannot write', async () => {
    await (await openAs('worker')).opinions.save(1, 1, sampleOpinion());
    const reader = await openAs('reader');
    expect(await reader.opinions.find(1, 1)).toEqual(sampleOpinion());
    await expect(reader.opinions.save(1, 1, sampleOpinion())).rejects.toThrow('read-only transaction');
  });

  it('says what is wrong, and never the password', async () => {
    await expect(openAs('worker', { url: 'nonsense' })).rejects.toThrow('It looks like postgres://');
    const unreachable = openAs('worker', { url: 'postgres://me:secret@127.0.0.1:1/hiyari' });
    await expect(unreachable).rejects.toThrow(/Cannot open the PostgreSQL database 127\.0\.0\.1:1\/hiyari/);
    await expect(unreachable).rejects.not.toThrow(/secret/);
  });

  it.each(['worker', 'command', 'reader'] as const)('newer than the code is refused to a %s', async (role) => {
    await run(`INSERT INTO ${SCHEMA}.migrations VALUES ('9999-future', 0) ON CONFLICT DO NOTHING`);
    await expect(openAs(role)).rejects.toThrow(
      'newer than this version of Hiyari: it has the schema changes 9999-future',
    );
  });
});
