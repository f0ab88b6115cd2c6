import { pressAction, rerequestCheckRun, rerequestCheckSuite } from '../acts/change-check-runs.ts';
import { ensureAccount } from '../acts/ensure-account.ts';
import type { CheckRun } from '../state/check-run.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import type { SceneRepository } from './scene-repository.ts';

type Acts = Pick<SceneRepository, 'rerequest' | 'rerequestSuite' | 'pressAction' | 'checkRuns'>;

export function checkActs(world: World, repository: Repository): Acts {
  function run(id: number): CheckRun {
    const found = repository.checkRuns.get(id);
    if (found === undefined) throw new Error(`${repository.name} has no check run ${id}`);
    return found;
  }

  return {
    rerequest: (id, by = 'maintainer') => rerequestCheckRun(world, repository, run(id), ensureAccount(world, by)),
    rerequestSuite: (sha, by = 'maintainer') => {
      const suite = [...repository.checkSuites.values()].find((candidate) => candidate.headSha === sha);
      if (suite === undefined) throw new Error(`${repository.name} has no check suite on ${sha}`);
      rerequestCheckSuite(world, repository, suite, ensureAccount(world, by));
    },
    pressAction: (id, identifier, by = 'maintainer') =>
      pressAction(world, repository, run(id), identifier, ensureAccount(world, by)),
    checkRuns: (sha) =>
      [...repository.checkRuns.values()].filter((candidate) => candidate.headSha === sha).sort((a, b) => a.id - b.id),
  };
}
