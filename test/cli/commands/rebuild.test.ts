import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DurableParts, openSqlite } from '../../../src/open-database.ts';
import { sampleExposure } from '../../storage/exposure-contract.ts';
import { sampleRepository } from '../../storage/samples.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { runHere } from '../support/run-here.ts';

const folder = temporaryFolder();
const path = join(folder.path, 'hiyari.db');
const clock = { now: () => Date.parse('2026-10-01T12:00:00Z') };
const shop = sampleRepository();
let parts: DurableParts;

beforeAll(async () => {
  parts = await openSqlite({ path, role: 'worker', clock, log: recordingLog() });
  await parts.store.repositories.save(shop);
  await parts.store.transaction(({ exposures }) =>
    exposures.save(
      [1, 2, 3].map((day) =>
        sampleExposure({ repositoryId: shop.id, number: day, sha: `c${day}`, mergedAt: `2026-09-0${day}T10:00:00Z` }),
      ),
    ),
  );
});
afterAll(async () => {
  await parts.store.close();
  folder.remove();
});

const rebuild = (args: readonly string[]) =>
  runHere(['rebuild', ...args], {
    openRebuild: async () => {
      const { store } = await openSqlite({ path, role: 'command', clock, log: recordingLog() });
      return { store, close: store.close };
    },
  });

describe('hiyari rebuild', () => {
  it.each([
    [['acme/shop'], 'acme/shop: 3 days and 0 incidents counted.\n'],
    [[], 'acme/shop: 3 days and 0 incidents counted.\n'],
    [['acme/shop', '--locale', 'ja'], 'acme/shop: 3 日分、インシデント 0 件を集計しました。\n'],
  ])('%j counts everything again', async (args, stdout) => {
    await parts.store.transaction(({ records }) => records.replaceDays(shop.id, { from: 0, to: 100_000 }, []));
    expect(await rebuild(args)).toMatchObject({ code: 0, stdout });
    expect(await parts.store.records.days(shop.id, 100_000)).toHaveLength(3);
  });

  it('names what it does not know', async () => {
    expect(await rebuild(['acme/other'])).toMatchObject({ code: 2, stderr: expect.stringContaining('acme/shop') });
  });
});
