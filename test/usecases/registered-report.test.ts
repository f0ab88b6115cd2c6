import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { type Backfill, NO_COUNTS } from '../../src/domain/exposure/backfill.ts';
import { periodAt } from '../../src/domain/report/period-at.ts';
import type { Report } from '../../src/domain/report/report.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open-store.ts';
import { gatherReport } from '../../src/usecases/gather-report.ts';
import { registerActions } from '../../src/usecases/register-actions.ts';
import { recordingLog } from '../support/recording-log.ts';
import { generateYear } from '../support/simulated-year/generate-year.ts';
import { TEAM_YEAR } from '../support/simulated-year/plans.ts';
import { storeYear } from '../support/simulated-year/store-year.ts';
import { REPOSITORY } from '../support/simulated-year/year-plan.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DAY = 86_400_000;
const folder = temporaryFolder();
const year = generateYear(TEAM_YEAR);
const end = year.plan.firstDay + year.plan.days;
let today = end - 60;
const clock = { now: () => today * DAY };
let store: Store;

beforeAll(async () => {
  store = await openSqliteStore({ path: join(folder.path, 'hiyari.db'), role: 'worker', clock, log: recordingLog() });
  await storeYear(store, year);
});
afterAll(async () => {
  await store.close();
  folder.remove();
});

const BACKFILL: Backfill = {
  repositoryId: REPOSITORY.id,
  installationId: REPOSITORY.installationId,
  since: '2025-01-01T00:00:00Z',
  phase: 'done',
  cursor: null,
  head: null,
  steering: { changes: [], complete: true },
  pageSize: 50,
  expected: null,
  counts: NO_COUNTS,
  notBefore: null,
  failures: 0,
  stopped: null,
  startedAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};

function configured(): Config {
  const parsed = parseConfig(year.config, { path: '.github/impact.yml' });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.config;
}

function report(config: Config): Promise<Report> {
  const period = periodAt('quarter', today - 1);
  return gatherReport({ store, clock }, { repository: REPOSITORY, config, project: null, period, audience: 'local' });
}

describe('the report of registered actions', () => {
  const config = configured();

  it('fixes estimator and follow-up at the first count, and keeps to them', async () => {
    await registerActions({ store, clock }, REPOSITORY, config);
    // Half of the past would fix another length.
    await store.backfills.save({ ...BACKFILL, phase: 'pull-requests' });
    expect((await report(config)).tried.map(({ isRegistered }) => isRegistered)).not.toContain(true);
    await store.backfills.save({ ...BACKFILL, phase: 'done' });
    const first = await report(config);
    const fixed = (await store.actions.all(REPOSITORY.id)).map(({ action }) => action);
    expect(fixed.length).toBe(config.actions.length);
    for (const { announcedAt, fixedOn, followUpDays, estimator } of fixed) {
      if (announcedAt >= today) expect([fixedOn, followUpDays, estimator]).toEqual([null, null, null]);
      else expect(fixedOn).toBe(today);
    }
    expect(fixed.filter(({ fixedOn }) => fixedOn !== null).length).toBeGreaterThan(0);
    const firstDay = today;
    today = end;
    const later = await report(config);
    const kept = (await store.actions.all(REPOSITORY.id)).map(({ action }) => action);
    expect(kept.filter(({ fixedOn }) => fixedOn === firstDay)).toEqual(fixed.filter(({ fixedOn }) => fixedOn !== null));
    for (const { id, followUpDays, fixedOn } of kept) {
      expect(later.tried.find((one) => one.id === id)).toMatchObject({
        followUp: { days: followUpDays, source: 'registered' },
        frozenOn: new Date((fixedOn ?? 0) * DAY).toISOString().slice(0, 10),
        isRegistered: true,
        changedSince: null,
      });
    }
    expect(first.tried.map(({ id }) => id)).toEqual(later.tried.map(({ id }) => id));
  });

  it('estimates the registered version of an action that was written over, and says so', async () => {
    const before = await report(config);
    const area = { paths: ['app/search/**'], projects: [], services: [] };
    const [action, ...others] = config.actions;
    if (action === undefined) throw new Error('The year has no action.');
    const rewritten = { ...action, title: 'Another title', started: '2020-01-01', scope: area };
    const after = await report({ ...config, actions: [rewritten, ...others] });
    const registeredOn = new Date((end - 60) * DAY).toISOString().slice(0, 10);
    expect(after.tried).toEqual(
      before.tried.map((one) => (one.id === action.id ? { ...one, changedSince: registeredOn } : one)),
    );
    // A title is wording.
    expect((await report({ ...config, actions: [{ ...action, title: 'Reworded' }, ...others] })).tried).toEqual(
      before.tried,
    );
  });
});
