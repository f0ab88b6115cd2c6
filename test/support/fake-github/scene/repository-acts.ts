import { addDeploymentStatus, createDeployment, publishRelease } from '../acts/change-deployments.ts';
import { commitFiles, type FileSpec } from '../acts/commit-files.ts';
import { ensureAccount } from '../acts/ensure-account.ts';
import { renameRepository, transferRepository } from '../acts/move-repository.ts';
import { moveBranch } from '../acts/push-commits.ts';
import { resolveCommit } from '../state/history.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import type { SceneRepository } from './scene-repository.ts';

type Acts = Pick<
  SceneRepository,
  | 'writeFile'
  | 'deleteFile'
  | 'pushTo'
  | 'resetTo'
  | 'setPermission'
  | 'deploy'
  | 'release'
  | 'rename'
  | 'transfer'
  | 'headOf'
>;

export function repositoryActs(world: World, repository: Repository): Acts {
  const main = repository.defaultBranch;
  const maintainer = () => ensureAccount(world, 'maintainer');

  function headOf(branch = main): string {
    const sha = repository.branches.get(branch);
    if (sha === undefined) throw new Error(`${repository.name} has no branch '${branch}'`);
    return sha;
  }

  function pushTo(branch: string, files: readonly FileSpec[], message = `Change ${branch}`): string {
    const parent = repository.branches.get(branch) ?? headOf();
    const { sha } = commitFiles(world, repository, { parents: [parent], message, author: maintainer(), files });
    moveBranch(world, repository, branch, sha, maintainer());
    return sha;
  }

  function writeFile(path: string, text: string, branch = main): string {
    const exists = resolveCommit(repository, branch)?.tree.has(path) ?? false;
    return pushTo(branch, [{ path, text, status: exists ? 'modified' : 'added' }], `Write ${path}`);
  }

  return {
    headOf,
    pushTo,
    resetTo: (branch, sha) => moveBranch(world, repository, branch, sha, maintainer()),
    writeFile,
    deleteFile: (path, branch = main) => pushTo(branch, [{ path, status: 'removed' }], `Delete ${path}`),
    setPermission: (login, level) => {
      ensureAccount(world, login);
      repository.permissions.set(login.toLowerCase(), level);
    },
    deploy: ({ sha, environment, state = 'success' }) => {
      const creator = ensureAccount(world, 'github-actions[bot]');
      const deployment = createDeployment(world, repository, { sha, ref: main, environment }, creator);
      addDeploymentStatus(world, repository, deployment, state, creator);
      return deployment;
    },
    release: (tag, sha) => publishRelease(world, repository, { tag, sha: sha ?? headOf() }, maintainer()),
    rename: (name) => renameRepository(world, repository, name, maintainer()),
    transfer: (owner) =>
      transferRepository(world, repository, ensureAccount(world, owner, 'Organization'), maintainer()),
  };
}
