import type { Kysely } from 'kysely';
import type { Attribution, DecidedAttribution, LinkDecision } from '../domain/attribution/attribution.ts';
import { fromDocument } from './document.ts';
import type { Tables } from './tables.ts';

type Database = Kysely<Tables>;

/** What names an incident, as columns. */
export interface KeyColumns {
  readonly installation_id: number;
  readonly source: string;
  readonly external_id: string;
}

export type AttributionRow = KeyColumns & { readonly document: string };

/** Incidents asked for in one statement: both databases bound its parameters. */
export const ROWS = 200;

/** Attributions with what people decided of their changes. */
export async function withDecisions(
  database: Database,
  rows: readonly AttributionRow[],
): Promise<readonly DecidedAttribution[]> {
  const decisions = await decisionsOf(database, rows);
  return rows.map(({ document, ...key }) => ({
    attribution: fromDocument<Attribution>(document, { table: 'attributions', key: { ...key } }, [
      'candidates',
      'noChange',
      'backReferences',
    ]),
    decisions: decisions.get(nameOf(key)) ?? [],
  }));
}

/** By `nameOf` the incident. */
export async function decisionsOf(
  database: Database,
  keys: readonly KeyColumns[],
): Promise<ReadonlyMap<string, readonly LinkDecision[]>> {
  const found = new Map<string, LinkDecision[]>();
  for (let at = 0; at < keys.length; at += ROWS) {
    const rows = await database
      .selectFrom('link_decisions')
      .selectAll()
      .where((of) =>
        of.or(
          keys
            .slice(at, at + ROWS)
            .map(({ installation_id, source, external_id }) =>
              of.and([
                of('installation_id', '=', installation_id),
                of('source', '=', source),
                of('external_id', '=', external_id),
              ]),
            ),
        ),
      )
      .orderBy('unit')
      .execute();
    for (const { document, ...key } of rows) {
      const decision = fromDocument<LinkDecision>(document, { table: 'link_decisions', key }, ['unit', 'verdict']);
      const name = nameOf(key);
      found.set(name, [...(found.get(name) ?? []), decision]);
    }
  }
  return found;
}

export function nameOf({ installation_id, source, external_id }: KeyColumns): string {
  return `${installation_id} ${source} ${external_id}`;
}
