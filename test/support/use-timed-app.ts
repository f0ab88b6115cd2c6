import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { sweepAll } from '../../src/usecases/sweep-all.ts';
import type { SceneRepository } from './fake-github/scene/scene-repository.ts';
import { type FakeGitHub, startFakeGitHub } from './fake-github/start-fake-github.ts';
import { createRequestJudge } from './openapi/create-request-judge.ts';
import { type RunningApp, runApp } from './run-app.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const HOUR = 3_600_000;

/** An App beside the stand-in, on one clock that the test moves; it can be ended and started again on its file. */
export interface TimedStage {
  readonly github: FakeGitHub;
  readonly app: RunningApp;
  readonly repository: SceneRepository;
  readonly now: () => number;
  /** Moves the clock (backwards too) and lets the App do what has become due. */
  readonly pass: (ms: number) => Promise<void>;
  /** Moves the clock while the App does not run. */
  readonly skip: (ms: number) => void;
  /** Ends the process's work and starts a new App on the same file, which sweeps as at every start. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export function useTimedApp(config: string, start = Date.UTC(2026, 8, 1)): TimedStage {
  const judge = createRequestJudge();
  let time = start;
  let folder: ReturnType<typeof temporaryFolder> | undefined;
  let github: FakeGitHub | undefined;
  let app: RunningApp | undefined;
  let repository: SceneRepository | undefined;
  let woken = 0;

  const present = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The stage exists only inside a test, and its App only while it runs.');
    return value;
  };

  const launch = async (): Promise<void> => {
    const databasePath = join(present(folder).path, 'hiyari.db');
    app = await runApp(present(github), { clock: { now: () => time }, databasePath });
  };

  const stop = async (): Promise<void> => {
    const running = app;
    app = undefined;
    await running?.stop();
  };

  beforeEach(async () => {
    time = start;
    folder = temporaryFolder();
    // Events are a second apart, so that no two share GitHub's resolution by chance.
    const clock = {
      now: () => {
        time += 1000;
        return time;
      },
    };
    github = await startFakeGitHub({ seed: 11, judge, clock });
    await launch();
    repository = github.repository('acme/shop');
    repository.writeFile('.github/impact.yml', config);
    await present(app).settled();
  });

  afterEach(async () => {
    await stop();
    await github?.close();
    folder?.remove();
    judge.assertClean();
  });

  return {
    get github() {
      return present(github);
    },
    get app() {
      return present(app);
    },
    get repository() {
      return present(repository);
    },
    now: () => time,
    pass: async (ms) => {
      time += ms;
      woken += 1;
      // The worker looks for due jobs at every commit; its alarms follow the machine's clock.
      await present(app).deps.store.doneCommands.mark(0, `wake ${woken}`, time);
      await present(app).settled();
    },
    skip: (ms) => {
      time += ms;
    },
    restart: async () => {
      await stop();
      await launch();
      await sweepAll(present(app).deps, 'start');
      await present(app).settled();
    },
    stop,
  };
}
