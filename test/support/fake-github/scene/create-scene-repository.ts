import { repositoryActs } from './repository-acts.ts';
import { issueActs } from './issue-acts.ts';
import { pullRequestActs } from './pull-request-acts.ts';
import { checkActs } from './check-acts.ts';
import type { SceneRepository } from './scene-repository.ts';
import { installationOf } from '../state/find-repository.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';

export function createSceneRepository(world: World, state: Repository): SceneRepository {
  return {
    state,
    get owner() {
      return state.owner.login;
    },
    get name() {
      return state.name;
    },
    get installationId() {
      return installationOf(world, state)?.id ?? null;
    },
    ...repositoryActs(world, state),
    ...pullRequestActs(world, state),
    ...issueActs(world, state),
    ...checkActs(world, state),
  };
}
