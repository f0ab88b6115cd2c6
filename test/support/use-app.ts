import { afterEach, beforeEach, expect } from 'vitest';
import type { SceneRepository } from './fake-github/scene/scene-repository.ts';
import { type FakeGitHub, startFakeGitHub } from './fake-github/start-fake-github.ts';
import { createRequestJudge } from './openapi/create-request-judge.ts';
import { type RunningApp, runApp } from './run-app.ts';

/** What is to be seen of one pull request from outside. */
export interface Seen {
  readonly conclusion: string | null | undefined;
  readonly title: string | null | undefined;
  readonly labels: readonly string[];
}

export interface Stage {
  readonly github: FakeGitHub;
  readonly app: RunningApp;
  readonly repository: SceneRepository;
  readonly seen: (number: number) => Seen;
  /** Does something, waits until everything is worked off, and gives the calls to GitHub that it cost. */
  readonly costOf: (act: () => unknown) => Promise<readonly string[]>;
}

/** One App and one stand-in for each test of a file. After each test every request must have pleased GitHub's description. */
export function useApp(config: string | null): Stage {
  const judge = createRequestJudge();
  let github: FakeGitHub | undefined;
  let app: RunningApp | undefined;
  let repository: SceneRepository | undefined;

  beforeEach(async () => {
    github = await startFakeGitHub({ seed: 11, judge, clock: steppingClock() });
    app = await runApp(github);
    repository = github.repository('acme/shop');
    if (config !== null) repository.writeFile('.github/impact.yml', config);
    await app.settled();
  });

  afterEach(async () => {
    await app?.stop();
    await github?.close();
    judge.assertClean();
  });

  const present = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The stage exists only inside a test.');
    return value;
  };
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
    seen: (number) => {
      const scene = present(repository);
      const runs = scene
        .checkRuns(scene.pullRequest(number).pull.head.sha)
        .filter(({ name }) => name === 'Technical impact');
      expect(runs.length).toBeLessThanOrEqual(1);
      return { conclusion: runs[0]?.conclusion, title: runs[0]?.output.title, labels: scene.labelsOf(number) };
    },
    costOf: async (act) => {
      const { log } = present(github);
      const mark = log.mark();
      await act();
      await present(app).settled();
      return log
        .since(mark)
        .map(({ operationId, method, path }) => operationId ?? `${method} ${path}`)
        .filter((operation) => operation !== 'apps/create-installation-access-token');
    },
  };
}

/** A second passes between any two looks at the clock, so no two events share GitHub's resolution by chance. */
function steppingClock(): { readonly now: () => number } {
  let time = Date.UTC(2026, 8, 1);
  return {
    now: () => {
      time += 1000;
      return time;
    },
  };
}
