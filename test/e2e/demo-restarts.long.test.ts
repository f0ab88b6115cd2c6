import { beforeAll, describe, expect, it } from 'vitest';
import { playDay } from '../../demo/play-day.ts';
import { FILES } from '../../demo/repositories.ts';
import { type Day, startDay } from '../../demo/start-day.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { loadRecord } from '../../src/usecases/load-record.ts';
import { holdingsOf, rowsOf, withoutLooks } from '../support/holdings.ts';

const PATH = '.github/impact.yml';
const AFTERWARDS = '2026-09-05T00:00:00Z';

/** The end of a day, played with and without restarts. */
interface End {
  readonly surprises: readonly string[];
  readonly github: unknown;
  readonly rows: Readonly<Record<string, readonly string[]>>;
  readonly records: readonly string[];
  readonly waiting: number;
}

async function play(between: 'sweep' | 'restart'): Promise<End> {
  const day = await startDay(between);
  try {
    const { surprises } = await playDay(day);
    const records: string[] = [];
    for (const name of Object.keys(FILES)) records.push(await recordOf(day, name));
    const { waiting, running, dead } = await day.app.queue.counts();
    const [github, rows] = [holdingsOf(day.github, Object.keys(FILES)), rowsOf(day.databasePath)];
    return { surprises, github, rows, records, waiting: waiting + running + dead };
  } finally {
    await day.end();
  }
}

async function recordOf(day: Day, name: string): Promise<string> {
  const parsed = parseConfig(FILES[name]?.[PATH] ?? '', { path: PATH });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const { state } = day.github.repository(name);
  const repository = await day.app.store.repositories.find(state.id);
  if (repository === null) throw new Error(`${name} is not known`);
  return withoutLooks(await loadRecord({ store: day.app.store }, repository, parsed.config, AFTERWARDS));
}

describe('an App that is stopped, and started afresh on its file, after every step of the day', () => {
  let straight: End;
  let restarted: End;
  beforeAll(async () => {
    // Both look again after every step, so that what was learned meanwhile is known to both at the same time.
    [straight, restarted] = [await play('sweep'), await play('restart')];
  });

  it('surprises nobody', () => {
    expect(restarted.surprises).toEqual([]);
  });

  it('leaves the same issues, labels, comments and checks at GitHub', () => {
    expect(restarted.github).toEqual(straight.github);
  });

  it('knows the same, row by row', () => {
    expect(restarted.rows).toEqual(straight.rows);
    expect(Object.values(straight.rows).flat().length).toBeGreaterThan(200);
  });

  it('counts the same', () => {
    expect(restarted.records).toEqual(straight.records);
  });

  it('has nothing left to do', () => {
    expect([straight.waiting, restarted.waiting]).toEqual([0, 0]);
  });
});
