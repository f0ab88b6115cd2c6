import { type ExtendsReference, formatExtendsReference } from '../config/extends-reference.ts';
import type { Template } from '../domain/statement/template.ts';
import type { Clock } from '../ports/clock.ts';
import type { BaseFiles, GitHubReader, RemoteFile, TextFile } from '../ports/github.ts';
import type { BaseFilesCache, InstalledRepository, RemoteFileCache } from '../ports/store.ts';
import { type BaseContext, CONFIG_PATH, type ContextMemo, extendedReference, readContext } from './base-context.ts';

export interface ContextDeps {
  readonly github: Pick<GitHubReader, 'baseFiles' | 'remoteFile'>;
  readonly store: {
    readonly baseFiles: Pick<BaseFilesCache, 'find' | 'save'>;
    readonly remoteFiles: Pick<RemoteFileCache, 'find' | 'save'>;
  };
  readonly clock: Clock;
  readonly contexts: ContextMemo;
}

/** A file of another repository is read again after this long: its pushes may not reach us. */
const REMOTE_FILE_MS = 60 * 60 * 1000;

/** Where the organisation keeps what holds for all of its repositories. */
const ORGANISATION_REPOSITORY = '.github';

/** Configuration and templates AT THE BASE branch, so that no pull request weakens its own gate. */
export async function loadBaseContext(
  deps: ContextDeps,
  repository: InstalledRepository,
  baseRef: string,
): Promise<BaseContext> {
  const files = await loadBaseFiles(deps, repository, baseRef);
  return buildContext(deps, repository, files.config, files.templates);
}

/**
 * What a configuration text means in a repository, with what it extends. A repository without a file of its own takes
 * its organisation's (`<owner>/.github`), where there is one that it may read.
 */
export async function buildContext(
  deps: ContextDeps,
  repository: InstalledRepository,
  text: TextFile | null,
  templates: readonly Template[],
): Promise<BaseContext> {
  const own = text ?? (await loadOrganisationFile(deps, repository));
  const reference = own === null ? null : extendedReference(deps.contexts, own);
  const extended = reference === null ? null : await loadExtended(deps, repository, reference);
  return readContext(deps.contexts, repository, { own, extended }, templates);
}

async function loadOrganisationFile(deps: ContextDeps, repository: InstalledRepository): Promise<TextFile | null> {
  const { owner, name } = repository;
  if (name.toLowerCase() === ORGANISATION_REPOSITORY) return null;
  const path = `${owner}/${ORGANISATION_REPOSITORY}:${CONFIG_PATH}`;
  const shared = await loadRemoteFile(deps, repository, {
    key: path,
    read: () => deps.github.remoteFile({ owner, name: ORGANISATION_REPOSITORY }, CONFIG_PATH, null),
  });
  // What a private repository says must not show in the checks of a public one.
  return shared.found && (repository.private || !shared.private) ? { path, text: shared.text } : null;
}

function loadExtended(
  deps: ContextDeps,
  repository: InstalledRepository,
  reference: ExtendsReference,
): Promise<RemoteFile> {
  const at = { owner: reference.owner ?? repository.owner, name: reference.repository };
  return loadRemoteFile(deps, repository, {
    key: formatExtendsReference(reference, repository.owner),
    read: () => deps.github.remoteFile(at, reference.path, reference.ref),
  });
}

async function loadBaseFiles(deps: ContextDeps, repository: InstalledRepository, ref: string): Promise<BaseFiles> {
  const cached = await deps.store.baseFiles.find(repository.id, ref);
  if (cached !== null) return cached.files;
  const files = await deps.github.baseFiles(repository, ref);
  // Not kept: the branch may come back without our hearing of it.
  if (files === null) return { sha: '', config: null, templates: [] };
  await deps.store.baseFiles.save(repository.id, ref, { files, readAt: deps.clock.now() });
  return files;
}

async function loadRemoteFile(
  deps: ContextDeps,
  { installationId }: InstalledRepository,
  { key, read }: { readonly key: string; readonly read: () => Promise<RemoteFile> },
): Promise<RemoteFile> {
  const cached = await deps.store.remoteFiles.find(installationId, key);
  if (cached !== null && deps.clock.now() - cached.readAt < REMOTE_FILE_MS) return cached.file;
  const file = await read();
  await deps.store.remoteFiles.save(installationId, key, { file, readAt: deps.clock.now() });
  return file;
}
