import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/parse-config.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open-store.ts';
import { refreshIncidents } from '../../src/usecases/refresh-incidents.ts';
import { sampleReport } from '../domain/incident/samples.ts';
import { sampleRepository } from '../storage/samples.ts';
import { manualTime } from '../support/manual-time.ts';
import { recordingLog } from '../support/recording-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const shop = sampleRepository();
let store: Store;

beforeAll(async () => {
  const { clock } = manualTime();
  store = await openSqliteStore({ path: join(folder.path, 'h.db'), role: 'worker', clock, log: recordingLog() });
});
afterAll(async () => {
  await store.close();
  folder.remove();
});

it('never lets a reader find only a part while all are observed anew', async () => {
  const key = { installationId: shop.installationId, repositoryId: shop.id };
  const ids = ['1', '2', '3'];
  for (const externalId of ids) await store.incidents.report(sampleReport({ ...key, externalId }));
  await refreshIncidents({ store }, shop, DEFAULT_CONFIG, null);
  await store.incidents.withdraw(sampleReport({ ...key, externalId: '3' }), '2030-01-01T00:00:00Z');

  const counted = async () => (await store.records.incidents(shop.id, Number.MAX_SAFE_INTEGER)).map(told);
  const told = ({ incident }: { readonly incident: { readonly externalId: string } }) => incident.externalId;
  const seen: (readonly string[])[] = [];
  const watched: Store = {
    ...store,
    transaction: async (work) => {
      const done = await store.transaction(work);
      seen.push(await counted());
      return done;
    },
  };
  await refreshIncidents({ store: watched }, shop, DEFAULT_CONFIG, null);
  for (const one of seen) expect(one).toEqual(expect.arrayContaining(['1', '2']));
  expect(await counted()).toEqual(['1', '2']);
});
