import type { Database, Statement } from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';

/** Each call of a store method has the same few texts; the limit only guards against texts made of data. */
const STATEMENT_LIMIT = 256;

/**
 * Kysely over a connection that somebody else opened and will close. Statements are prepared once: preparing costs more
 * than running most of them.
 */
export function kyselyOver<T>(connection: Database): Kysely<T> {
  const statements = new Map<string, Statement<readonly unknown[]>>();
  function prepare(sql: string): Statement<readonly unknown[]> {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare<readonly unknown[]>(sql);
    if (statements.size >= STATEMENT_LIMIT) statements.clear();
    statements.set(sql, statement);
    return statement;
  }
  return new Kysely<T>({ dialect: new SqliteDialect({ database: { prepare, close: () => undefined } as never }) });
}
