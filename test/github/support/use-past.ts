import { afterAll, beforeAll } from 'vitest';
import type { Repository } from '../../../src/domain/pull-request/repository.ts';
import { createGitHubWithToken } from '../../../src/github/create-github-with-token.ts';
import type { GitHub } from '../../../src/ports/github.ts';
import type { SceneRepository } from '../../support/fake-github/scene/scene-repository.ts';
import { type FakeGitHub, startFakeGitHub } from '../../support/fake-github/start-fake-github.ts';
import { silentLog } from './build-github.ts';

export interface PastStage {
  readonly fake: FakeGitHub;
  readonly scene: SceneRepository;
  readonly github: GitHub;
  readonly repository: Repository;
}

/** A repository at the stand-in in which a minute passes with every look at the clock, read with a person's token. */
export function usePast(seed: number, begin: (stage: PastStage) => void): void {
  let fake: FakeGitHub;
  let time = Date.UTC(2026, 2, 1);
  const clock = {
    now: () => {
      time += 60_000;
      return time;
    },
  };
  beforeAll(async () => {
    fake = await startFakeGitHub({ seed, clock });
    const github = createGitHubWithToken({
      token: fake.personalToken('maintainer'),
      baseUrl: fake.url,
      clock: { now: Date.now },
      log: silentLog,
    });
    const scene = fake.repository('acme/shop');
    const repository = await github.repository({ owner: 'acme', name: 'shop' });
    if (repository === null) throw new Error('the repository is not there');
    begin({ fake, scene, github, repository });
  });
  afterAll(async () => {
    fake.judge?.assertClean();
    await fake.close();
  });
}
