import Database from 'better-sqlite3';
import type { FakeGitHub } from './fake-github/start-fake-github.ts';

/** What people see at GitHub in the end: issues and pull requests with labels and comments, and checks. Not when it was written. */
export function holdingsOf(github: FakeGitHub, names: readonly string[]): unknown {
  return names.map((name) => {
    const { state } = github.repository(name);
    return {
      name,
      issues: [...state.issues.values()].map((issue) => ({
        number: issue.number,
        state: issue.state,
        title: issue.title,
        body: issue.body,
        labels: issue.labels.map((label) => label.name).sort(),
        comments: issue.comments.map(({ user, body, reactions }) => ({
          by: user.login,
          body,
          reactions: reactions.map(({ content }) => content),
        })),
      })),
      checks: [...state.checkRuns.values()]
        .map(({ headSha, name: check, status, conclusion, output, annotations, actions }) => ({
          ...{ headSha, check, status, conclusion, output, annotations, actions },
        }))
        .sort((a, b) => order(`${a.headSha} ${a.check}`, `${b.headSha} ${b.check}`)),
    };
  });
}

/** What is done or to be done, and what was last heard of GitHub: it tells when somebody looked, and not what is known. */
const WORK = ['jobs', 'deliveries', 'worker', 'issue_looks', 'base_files', 'remote_files', 'backfills'];
/** Counted from the facts, and named in the order in which it was counted. */
const COUNTED = /^(record|stale)_|^records$/;
/** When it was last looked at or told, and how the repository was named then. */
const LOOKED: ReadonlySet<string> = new Set(['judgedAt', 'reportedAt', 'updatedAt', 'installationId']);
const LOOKED_COLUMNS: ReadonlySet<string> = new Set(['reported_at', 'updated_at', 'saved_at']);

/** The rows of the tables in which a store keeps facts and what it has said, in an order of their own. */
export function rowsOf(databasePath: string): Readonly<Record<string, readonly string[]>> {
  const database = new Database(databasePath, { readonly: true });
  try {
    const tables = database.prepare("select name from sqlite_schema where type = 'table' order by name").all();
    const kept = (tables as { readonly name: string }[]).filter(
      ({ name }) => !WORK.includes(name) && !COUNTED.test(name) && !name.startsWith('sqlite_'),
    );
    return Object.fromEntries(
      kept.map(({ name }) => {
        const rows = database.prepare(`select * from "${name}"`).all() as Readonly<Record<string, unknown>>[];
        return [name, rows.map(plainRow).sort(order)];
      }),
    );
  } finally {
    database.close();
  }
}

function plainRow(row: Readonly<Record<string, unknown>>): string {
  const columns = Object.entries(row).filter(([name]) => !LOOKED_COLUMNS.has(name));
  return withoutLooks(
    Object.fromEntries(columns.map(([name, value]) => [name, name === 'document' ? JSON.parse(`${value}`) : value])),
  );
}

/** JSON of a value without when it was looked at. */
export function withoutLooks(value: unknown): string {
  return JSON.stringify(value, (key, inner) => (LOOKED.has(key) ? undefined : inner));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
