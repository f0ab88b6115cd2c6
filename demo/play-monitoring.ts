import { parseMarker } from '../src/render/comment/marker.ts';
import type { SceneRepository } from '../test/support/fake-github/scene/scene-repository.ts';
import type { Outcome } from './play-scene.ts';
import { MISE, SHOP } from './repositories.ts';
import type { Day } from './start-day.ts';

const HOUR = 3_600_000;

const STATED = `## Technical impact

The ledger gets a column; nothing reads it yet.

### Blast radius
Writes to the ledger.

### Rollback
Drop the column.

### Monitoring
Error rate of checkout, and the lag of the replica.
`;

interface Shipped {
  readonly repository: SceneRepository;
  readonly number: number;
  readonly mark: number;
}

/** The days after: what was shipped is watched. One change is confirmed after a reminder, nobody says a word of the other. */
export async function playMonitoring(day: Day): Promise<readonly Outcome[]> {
  const confirmed = await ship(day, day.github.repository(SHOP));
  const forgotten = await ship(day, day.github.repository(MISE));
  await day.pass(61 * HOUR);
  const reminded = ours(confirmed, 'reminder');
  confirmed.repository.comment(confirmed.number, '/impact monitored error rate flat, replica 2 s behind', 'alice');
  await day.settled();
  await day.pass(12 * HOUR);
  return [
    await outcome(day, confirmed, 'deployed, reminded, confirmed', 'done', [
      ...(reminded.includes('@alice') ? [] : ['nobody was reminded']),
      ...(ours(confirmed, 'watch').includes('replica 2 s behind') ? [] : ['what was seen is not to be read']),
    ]),
    await outcome(day, forgotten, 'deployed, and nobody says a word', 'lapsed', []),
  ];
}

async function ship(day: Day, repository: SceneRepository): Promise<Shipped> {
  repository.deploy({ sha: repository.headOf(), environment: 'production' });
  await day.settled();
  const mark = day.github.log.mark();
  const file = `db/migrate/${repository.name}_ledger.sql`;
  const { number } = repository.openPullRequest({ title: 'A column for the ledger', body: STATED, files: [file] });
  await day.settled();
  const sha = repository.merge(number, { method: 'squash' });
  await day.settled();
  repository.deploy({ sha, environment: 'production' });
  await day.settled();
  return { repository, number, mark };
}

function ours({ repository, number }: Shipped, kind: string): string {
  const found = repository.comments(number).filter(({ byApp, body }) => byApp && parseMarker(body)?.kind === kind);
  return found.map(({ body }) => body).join('\n');
}

async function outcome(
  day: Day,
  shipped: Shipped,
  title: string,
  expected: string,
  surprises: readonly string[],
): Promise<Outcome> {
  const { repository, number, mark } = shipped;
  const window = await day.app.store.windows.find(repository.state.id, `#${number}`);
  const state = window?.state ?? 'none';
  const labels = repository.labelsOf(number).filter((name) => name.startsWith('monitoring: '));
  return {
    title,
    place: `${repository.name}#${number}`,
    verdict: state,
    level: window?.level ?? '–',
    conclusion: '–',
    labels,
    calls: day.github.log.count(mark).total,
    surprises: [
      ...(state === expected ? [] : [`expected a window that is ${expected}, got ${state}`]),
      ...(labels.join() === `monitoring: ${expected}` ? [] : [`the label is ${labels.join()}`]),
      ...surprises,
    ],
    read: ours(shipped, 'watch'),
  };
}
