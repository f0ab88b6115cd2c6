import type { MonitoringWindow } from '../domain/monitoring/monitoring-window.ts';
import type { WindowStore } from '../ports/window-store.ts';
import { fromDocument, toDocument } from './document.ts';
import { toMoment } from './moment.ts';
import type { Runner } from './runner.ts';
import { markUnits } from './stale-marks.ts';

const ROWS = 500;
const COLUMNS = ['repository_id', 'unit', 'document'] as const;

export function windowStore({ read, writeAll }: Runner): WindowStore {
  return {
    save: (window) =>
      writeAll(async (database) => {
        const { repositoryId, unit, state, watcher, openedAt } = window;
        const values = {
          state,
          watcher_id: watcher?.id ?? null,
          opened_at: toMoment(openedAt, `The window of ${unit}`),
          document: toDocument(window),
        };
        await database
          .insertInto('monitoring_windows')
          .values({ repository_id: repositoryId, unit, ...values })
          .onConflict((conflict) => conflict.columns(['repository_id', 'unit']).doUpdateSet(values))
          .execute();
        await markUnits(database, repositoryId, [unit]);
      }),

    find: (repositoryId, unit) =>
      read(async (database) => {
        const row = await database
          .selectFrom('monitoring_windows')
          .select(COLUMNS)
          .where('repository_id', '=', repositoryId)
          .where('unit', '=', unit)
          .executeTakeFirst();
        return row === undefined ? null : windowOf(row);
      }),

    of: (repositoryId, units) =>
      read(async (database) => {
        const found = new Map<string, MonitoringWindow>();
        for (let at = 0; at < units.length; at += ROWS) {
          const rows = await database
            .selectFrom('monitoring_windows')
            .select(COLUMNS)
            .where('repository_id', '=', repositoryId)
            .where('unit', 'in', units.slice(at, at + ROWS))
            .execute();
          for (const row of rows) found.set(row.unit, windowOf(row));
        }
        return found;
      }),

    openOf: (repositoryId, watcherId) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('monitoring_windows')
          .select(COLUMNS)
          .where('repository_id', '=', repositoryId)
          .where('watcher_id', '=', watcherId)
          .where('state', '=', 'open')
          .orderBy('opened_at')
          .orderBy('unit')
          .execute();
        return rows.map(windowOf);
      }),

    inPeriod: (repositoryId, { from, to }) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('monitoring_windows')
          .select(COLUMNS)
          .where('repository_id', '=', repositoryId)
          .where('opened_at', '>=', from)
          .where('opened_at', '<', to)
          .orderBy('opened_at')
          .orderBy('unit')
          .execute();
        return rows.map(windowOf);
      }),

    countOpen: () =>
      read(async (database) => {
        const row = await database
          .selectFrom('monitoring_windows')
          .select((of) => of.fn.countAll<number>().as('open'))
          .where('state', '=', 'open')
          .executeTakeFirst();
        return Number(row?.open ?? 0);
      }),
  };
}

function windowOf(row: {
  readonly repository_id: number;
  readonly unit: string;
  readonly document: string;
}): MonitoringWindow {
  const { repository_id, unit, document } = row;
  const place = { table: 'monitoring_windows', key: { repository_id, unit } };
  return fromDocument<MonitoringWindow>(document, place, ['unit', 'state', 'openedAt', 'endsAt']);
}
