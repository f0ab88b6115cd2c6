import { CODE_OWNERS_PATHS, type CodeOwners } from '../domain/code-owners/code-owners.ts';
import { parseCodeOwners } from '../domain/code-owners/parse-code-owners.ts';
import type { RemoteFile } from '../ports/github.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { InstallationDeps } from './deps.ts';
import { fullName } from '../domain/pull-request/full-name.ts';

type Deps = Pick<InstallationDeps, 'github' | 'store' | 'clock'>;

/** Owners change rarely: an hour's delay costs a hint at most. */
const KEPT_MS = 60 * 60 * 1000;

/** CODEOWNERS at the default branch, in the first of GitHub's places that has one; no rules when none has. */
export async function loadCodeOwners(deps: Deps, repository: InstalledRepository): Promise<CodeOwners> {
  const { installationId } = repository;
  const key = `${fullName(repository)}:CODEOWNERS`;
  const cached = await deps.store.remoteFiles.find(installationId, key);
  const fresh = cached !== null && deps.clock.now() - cached.readAt < KEPT_MS;
  const file = fresh ? cached.file : await read(deps, repository);
  if (!fresh) await deps.store.remoteFiles.save(installationId, key, { file, readAt: deps.clock.now() });
  return file.found ? parseCodeOwners(file.text) : { rules: [] };
}

async function read({ github }: Deps, repository: InstalledRepository): Promise<RemoteFile> {
  for (const path of CODE_OWNERS_PATHS) {
    const file = await github.fileAt(repository, path, repository.defaultBranch);
    if (file !== null) return { found: true, text: file.text, private: repository.private };
  }
  return { found: false, because: 'no-file' };
}
