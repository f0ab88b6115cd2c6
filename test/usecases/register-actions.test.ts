import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImprovementAction } from '../../src/domain/improvement/improvement-action.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open-store.ts';
import { registerActions } from '../../src/usecases/register-actions.ts';
import { sampleRepository } from '../storage/samples.ts';
import { recordingLog } from '../support/recording-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const shop = sampleRepository();
let now = Date.parse('2026-10-01T12:00:00Z');
const clock = { now: () => now };
let store: Store;

beforeAll(async () => {
  store = await openSqliteStore({ path: join(folder.path, 'hiyari.db'), role: 'worker', clock, log: recordingLog() });
});
afterAll(async () => {
  await store.close();
  folder.remove();
});

const action: ImprovementAction = {
  id: 'statements',
  title: 'State the impact',
  started: '2026-08-01',
  targets: ['regression'],
  coverage: 'statements',
};

describe('registerActions', () => {
  it('registers what it sees for the first time, and never again', async () => {
    const register = (actions: readonly ImprovementAction[]) => registerActions({ store, clock }, shop, { actions });
    expect(await register([action])).toHaveLength(1);
    now += 86_400_000;
    expect(
      await register([
        { ...action, started: '2026-09-01' },
        { ...action, id: 'other' },
      ]),
    ).toHaveLength(1);
    const [first, second] = await store.actions.all(shop.id);
    expect(first).toMatchObject({
      action: {
        id: 'statements',
        announcedAt: Date.parse('2026-08-01') / 86_400_000,
        measure: 'statements',
        fixedOn: null,
      },
      registeredAt: '2026-10-01T12:00:00Z',
      source: 'config',
    });
    expect(second).toMatchObject({ action: { id: 'other' }, registeredAt: '2026-10-02T12:00:00Z' });
    expect(await register([])).toEqual([]);
  });
});
