import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ComposedApp } from '../src/compose-app.ts';
import { sweepAll } from '../src/usecases/sweep-all.ts';
import { type FakeGitHub, startFakeGitHub } from '../test/support/fake-github/start-fake-github.ts';
import { FILES } from './repositories.ts';
import { type StartedApp, startApp } from './start-app.ts';

const DAWN = Date.UTC(2026, 8, 1);
const STEP_MS = 5 * 60_000;

export interface Day {
  readonly github: FakeGitHub;
  /** The one that runs now. */
  readonly app: ComposedApp;
  readonly url: string;
  /** Where the App keeps what it knows. */
  readonly databasePath: string;
  /** The step is over: every delivery is answered and every job that is due is done. */
  readonly settled: () => Promise<void>;
  /** Moves the day on by so many milliseconds; the App does what has become due. */
  readonly pass: (ms: number) => Promise<void>;
  readonly end: () => Promise<void>;
}

/**
 * The real App beside a stand-in for GitHub, on one clock that moves with the story alone, so that every day is the
 * same. After every step the App may look at everything again, as it does hourly, or be stopped for another one that goes
 * on with its file.
 */
export async function startDay(between: 'nothing' | 'sweep' | 'restart' = 'nothing'): Promise<Day> {
  const clock = stepClock();
  const github = await startFakeGitHub({ seed: 2026, clock: { now: clock.tick } });
  const folder = await mkdtemp(join(tmpdir(), 'hiyari-demo-'));
  const databasePath = join(folder, 'hiyari.db');
  let running: StartedApp = await startApp(github, databasePath, clock);

  async function quiet(): Promise<void> {
    let looks = 0;
    while (looks < 2) {
      await github.webhooks.settled();
      const counts = await running.app.queue.counts();
      looks = counts.waiting + counts.running === 0 ? looks + 1 : 0;
      await pause(5);
    }
  }

  async function settled(): Promise<void> {
    await quiet();
    if (between === 'restart') {
      await running.stop();
      running = await startApp(github, databasePath, clock);
    }
    if (between === 'sweep') await sweepAll(running.app, 'hourly');
    await quiet();
    clock.nextStep();
  }

  for (const name of Object.keys(FILES)) github.repository(name);
  await settled();
  for (const [name, files] of Object.entries(FILES)) {
    const repository = github.repository(name);
    for (const [path, text] of Object.entries(files)) repository.writeFile(path, text);
  }
  await settled();
  return {
    github,
    get app() {
      return running.app;
    },
    get url() {
      return running.url;
    },
    databasePath,
    settled,
    pass: async (ms) => {
      clock.pass(ms);
      await sweepAll(running.app, 'hourly');
      await settled();
    },
    end: async () => {
      await running.stop();
      await github.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A second goes by with whatever happens at GitHub, since its times have that resolution. Steps begin five minutes apart,
 * however much happens in them: what is said of times does not hang on how often somebody looked.
 */
function stepClock() {
  let step = DAWN;
  let time = DAWN;
  return {
    now: () => time,
    tick: () => {
      time = Math.min(time + 1_000, step + STEP_MS - 1_000);
      return time;
    },
    nextStep: () => {
      step += STEP_MS;
      time = step;
    },
    pass: (ms: number) => {
      step += ms;
      time = step;
    },
  };
}
