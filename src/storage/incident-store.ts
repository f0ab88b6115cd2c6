import type { Kysely } from 'kysely';
import { type IncidentKey, type IncidentReport, type IncidentState, momentOf } from '../domain/incident/incident.ts';
import type { IncidentJudgement } from '../domain/incident/incident-judgement.ts';
import { settleIncident } from '../domain/incident/settle-incident.ts';
import { StorageError } from '../ports/storage-error.ts';
import type { IncidentStore } from '../ports/store.ts';
import { fromDocument, toDocument } from './document.ts';
import type { Runner } from './runner.ts';
import { markIncident, markIncidents, type StaleIncident } from './stale-marks.ts';
import type { Tables } from './tables.ts';
import { toColumn } from './to-column.ts';

type Database = Kysely<Tables>;

/** Reports of one statement: both databases bound its parameters. */
const ROWS = 100;

export function incidentStore({ read, writeAll }: Runner): IncidentStore {
  return {
    report: (report) =>
      writeAll(async (database) => {
        const { key, state } = rowOf(report);
        const before = await repositoryOf(database, key);
        const result = await database
          .insertInto('incidents')
          .values({ ...key, ...state })
          .onConflict((conflict) =>
            conflict
              .columns(['installation_id', 'source', 'external_id'])
              .doUpdateSet(state)
              .where('incidents.reported_at', '<=', state.reported_at),
          )
          .executeTakeFirst();
        if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
        await markIncident(database, [before, report.repositoryId], key);
        return true;
      }),

    reportAll: (reports) =>
      writeAll(async (database) => {
        const newest = newestOf(reports);
        for (let at = 0; at < newest.length; at += ROWS) await reportSome(database, newest.slice(at, at + ROWS));
      }),

    withdraw: (incident, at) =>
      writeAll(async (database) => {
        const { installation_id, source, external_id } = columnsOf(incident);
        const reported_at = momentIn(incident, at);
        await database
          .updateTable('incidents')
          .set({ state: 'withdrawn', reported_at })
          .where('installation_id', '=', installation_id)
          .where('source', '=', source)
          .where('external_id', '=', external_id)
          .where('reported_at', '<=', reported_at)
          .execute();
        await markKnown(database, incident);
      }),

    judge: (incident, judgement) =>
      writeAll(async (database) => {
        const document = toDocument(judgement);
        await database
          .insertInto('incident_judgements')
          .values({ ...columnsOf(incident), fact: judgement.fact, document })
          .onConflict((conflict) =>
            conflict.columns(['installation_id', 'source', 'external_id', 'fact']).doUpdateSet({ document }),
          )
          .execute();
        await markKnown(database, incident);
      }),

    unjudge: (incident, fact) =>
      writeAll(async (database) => {
        const { installation_id, source, external_id } = columnsOf(incident);
        await database
          .deleteFrom('incident_judgements')
          .where('installation_id', '=', installation_id)
          .where('source', '=', source)
          .where('external_id', '=', external_id)
          .where('fact', '=', fact)
          .execute();
        await markKnown(database, incident);
      }),

    find: (incident) =>
      read(async (database) => {
        const { installation_id, source, external_id } = columnsOf(incident);
        const row = await database
          .selectFrom('incidents')
          .select(['installation_id', 'source', 'external_id', 'state', 'document'])
          .where('installation_id', '=', installation_id)
          .where('source', '=', source)
          .where('external_id', '=', external_id)
          .executeTakeFirst();
        return row === undefined ? null : ((await settleAll(database, [row]))[0] ?? null);
      }),

    between: ({ installationId, repositoryId, from, to, states }) =>
      read(async (database) => {
        const rows = await database
          .selectFrom('incidents')
          .select(['installation_id', 'source', 'external_id', 'state', 'document'])
          .where('installation_id', '=', installationId)
          .where('repository_id', repositoryId === null ? 'is' : '=', repositoryId)
          .where('happened_at', '>=', from)
          .where('happened_at', '<', to)
          .where('state', 'in', states ?? ['open', 'resolved'])
          .orderBy('happened_at')
          .orderBy('source')
          .orderBy('external_id')
          .execute();
        return settleAll(database, rows);
      }),
  };
}

interface Row {
  readonly installation_id: number;
  readonly source: string;
  readonly external_id: string;
  /** Counts in place of the document's: a withdrawal changes nothing else. */
  readonly state: IncidentState;
  readonly document: string;
}

async function repositoryOf(database: Database, key: ReturnType<typeof columnsOf>): Promise<number | null> {
  const row = await database
    .selectFrom('incidents')
    .select('repository_id')
    .where('installation_id', '=', key.installation_id)
    .where('source', '=', key.source)
    .where('external_id', '=', key.external_id)
    .executeTakeFirst();
  return row?.repository_id ?? null;
}

function rowOf(report: IncidentReport) {
  return {
    key: columnsOf(report),
    state: {
      repository_id: report.repositoryId,
      happened_at: momentIn(report, momentOf(report)),
      reported_at: momentIn(report, report.reportedAt),
      state: report.state,
      document: toDocument(report),
    },
  };
}

/** Of tellings of one incident the newest, on a tie the last: no statement may touch a row twice. */
function newestOf(reports: readonly IncidentReport[]): readonly IncidentReport[] {
  const newest = new Map<string, IncidentReport>();
  for (const report of reports) {
    const { installation_id, source, external_id } = columnsOf(report);
    const name = `${installation_id} ${nameOf(source, external_id)}`;
    const known = newest.get(name);
    if (known === undefined || momentIn(known, known.reportedAt) <= momentIn(report, report.reportedAt)) {
      newest.set(name, report);
    }
  }
  return [...newest.values()];
}

async function reportSome(database: Database, reports: readonly IncidentReport[]): Promise<void> {
  const rows = reports.map(rowOf);
  const marks: StaleIncident[] = rows.map(({ key, state }) => ({ ...key, repository_id: state.repository_id }));
  for (const source of new Set(reports.map((report) => report.source))) {
    // Also where they were counted before.
    const ids = rows.flatMap(({ key }) => (key.source === source ? [key.external_id] : []));
    const before = await database
      .selectFrom('incidents')
      .select(['source', 'external_id', 'repository_id'])
      .where('installation_id', 'in', [...new Set(rows.map(({ key }) => key.installation_id))])
      .where('source', '=', source)
      .where('external_id', 'in', ids)
      .execute();
    marks.push(...before);
  }
  await database
    .insertInto('incidents')
    .values(rows.map(({ key, state }) => ({ ...key, ...state })))
    .onConflict((conflict) =>
      conflict
        .columns(['installation_id', 'source', 'external_id'])
        .doUpdateSet((of) => ({
          repository_id: of.ref('excluded.repository_id'),
          happened_at: of.ref('excluded.happened_at'),
          reported_at: of.ref('excluded.reported_at'),
          state: of.ref('excluded.state'),
          document: of.ref('excluded.document'),
        }))
        .whereRef('incidents.reported_at', '<=', 'excluded.reported_at'),
    )
    .execute();
  await markIncidents(database, marks);
}

async function markKnown(database: Database, incident: IncidentKey): Promise<void> {
  const key = columnsOf(incident);
  await markIncident(database, [await repositoryOf(database, key)], key);
}

/** What people said is read per incident when there are few, and for the installation when there are many. */
async function settleAll(database: Database, rows: readonly Row[]) {
  const [first] = rows;
  if (first === undefined) return [];
  let query = database
    .selectFrom('incident_judgements')
    .select(['source', 'external_id', 'fact', 'document'])
    .where('installation_id', '=', first.installation_id);
  if (rows.length === 1) query = query.where('source', '=', first.source).where('external_id', '=', first.external_id);
  const said = new Map<string, IncidentJudgement[]>();
  for (const { source, external_id, fact, document } of await query.orderBy('fact').execute()) {
    const key = { installation_id: first.installation_id, source, external_id, fact };
    const judgement = fromDocument<IncidentJudgement>(document, { table: 'incident_judgements', key }, ['fact', 'by']);
    const name = nameOf(source, external_id);
    said.set(name, [...(said.get(name) ?? []), judgement]);
  }
  return rows.map(({ document, state, ...key }) => {
    const report = fromDocument<IncidentReport>(document, { table: 'incidents', key }, [
      'source',
      'title',
      'reportedAt',
    ]);
    return settleIncident({ ...report, state }, said.get(nameOf(key.source, key.external_id)) ?? []);
  });
}

function nameOf(source: string, externalId: string): string {
  return `${source} ${externalId}`;
}

/** Ids come from other programs: PostgreSQL's text takes no NUL. */
export function columnsOf({ installationId, source, externalId }: IncidentKey) {
  return { installation_id: installationId, source, external_id: toColumn(externalId) };
}

function momentIn({ source, externalId }: IncidentKey, text: string): number {
  const moment = Date.parse(text);
  if (!Number.isNaN(moment)) return moment;
  throw new StorageError(
    `The incident ${externalId} of the source ${source} has the time ${JSON.stringify(text)}; an ISO 8601 time in UTC is needed.`,
  );
}
