import { parseMarker } from '../src/render/comment/marker.ts';
import { issueOutcome, type Stage, setStage } from './issue-outcome.ts';
import type { Outcome } from './play-scene.ts';
import { MISE, SHOP } from './repositories.ts';
import type { Day } from './start-day.ts';

const HOUR = 3_600_000;

const COLUMN = {
  title: 'A column for the ledger',
  body: `## Technical impact

The ledger gets a column; nothing reads it yet.

### Blast radius
Writes to the ledger.

### Rollback
Drop the column.

### Monitoring
Error rate of checkout, and the lag of the replica.
`,
};

const RETSU = {
  title: '台帳に列を追加する',
  body: `## 技術的な影響

台帳に列を足します。まだどこからも読みません。

### 影響範囲
台帳への書き込み。

### ロールバック
列を消すだけです。

### 監視
決済のエラー率と、レプリカの遅延。
`,
};

interface Shipped extends Stage {
  readonly number: number;
  /** What was said as soon as it was deployed. */
  readonly first: string;
  readonly labels: string;
}

/** The days after: what was shipped is watched. One change is confirmed after a reminder, nobody says a word of the other. */
export async function playMonitoring(day: Day): Promise<readonly Outcome[]> {
  const confirmed = await ship(day, SHOP, COLUMN);
  const forgotten = await ship(day, MISE, RETSU);
  // The second reminder is due; the first one was missed on the way, and is not made up for.
  await day.pass(61 * HOUR);
  await day.pass(HOUR);
  const reminders = said(confirmed, 'reminder');
  confirmed.repository.comment(confirmed.number, '/impact monitored error rate flat, replica 2 s behind', 'alice');
  await day.settled();
  await day.pass(12 * HOUR);
  return [
    await ended(confirmed, 'deployed, reminded, confirmed', 'done', {
      'what was promised is not quoted': !confirmed.first.includes('> Error rate of checkout, and the lag'),
      'how to confirm is not told': !confirmed.first.includes('`/impact monitored'),
      'the window was not open': confirmed.labels !== 'monitoring: open',
      [`${reminders.length} reminders`]: reminders.length !== 1,
      'nobody was reminded': !reminders.join().includes('@alice'),
      'what was seen is not to be read': !said(confirmed, 'watch').join().includes('replica 2 s behind'),
    }),
    await ended(forgotten, 'deployed, and nobody says a word', 'lapsed', {
      [`${said(forgotten, 'reminder').length} reminders`]: said(forgotten, 'reminder').length !== 1,
    }),
  ];
}

async function ship(day: Day, name: string, words: typeof COLUMN): Promise<Shipped> {
  const { repository } = setStage(day, name);
  repository.deploy({ sha: repository.headOf(), environment: 'production' });
  await day.settled();
  const stage = setStage(day, name);
  const { number } = repository.openPullRequest({ ...words, files: [`db/migrate/${repository.name}_ledger.sql`] });
  await day.settled();
  const sha = repository.merge(number, { method: 'squash' });
  await day.settled();
  repository.deploy({ sha, environment: 'production' });
  await day.settled();
  const found = { ...stage, number };
  return { ...found, first: said(found, 'watch').join(), labels: labelsOf(found).join() };
}

function said({ repository, number }: Stage & { readonly number: number }, kind: string): readonly string[] {
  const found = repository.comments(number).filter(({ byApp, body }) => byApp && parseMarker(body)?.kind === kind);
  return found.map(({ body }) => body);
}

function labelsOf({ repository, number }: Stage & { readonly number: number }): readonly string[] {
  return repository.labelsOf(number).filter((name) => name.startsWith('monitoring: '));
}

async function ended(
  shipped: Shipped,
  title: string,
  expected: string,
  wrong: Readonly<Record<string, boolean>>,
): Promise<Outcome> {
  const { day, repository, number } = shipped;
  const window = await day.app.store.windows.find(repository.state.id, `#${number}`);
  const state = window?.state ?? 'none';
  const labels = labelsOf(shipped);
  const read = said(shipped, 'watch').join();
  const seen = { title, verdict: state, level: window?.level ?? '–', labels, read };
  return issueOutcome(shipped, number, seen, {
    [`expected a window that is ${expected}, got ${state}`]: state !== expected,
    [`the label is ${labels.join()}`]: labels.join() !== `monitoring: ${expected}`,
    ...wrong,
  });
}
