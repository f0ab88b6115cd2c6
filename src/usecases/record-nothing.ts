import type { CachedBaseFiles, CachedRemoteFile } from '../ports/store.ts';
import type { ContextDeps } from './load-base-context.ts';
import type { LineStopDeps } from './find-line-stops.ts';
import type { SnapshotDeps } from './take-snapshot.ts';

/**
 * A store for those who only look (`hiyari simulate`, the Action): it keeps what was read for the length of the run, so
 * that the same file is not asked for twice, and records nothing.
 */
export function recordNothing(): SnapshotDeps['store'] & ContextDeps['store'] & LineStopDeps['store'] {
  const baseFiles = new Map<string, CachedBaseFiles>();
  const remoteFiles = new Map<string, CachedRemoteFile>();
  return {
    files: { find: async () => null },
    pullRequests: { find: async () => null },
    personalStatements: { of: async () => [] },
    // Without the App's memory nobody knows of incidents: rules from history stay silent.
    attributions: { window: async (_, windowDays) => ({ windowDays, areas: [] }) },
    // Nor of open postmortems: only the App can stop the line.
    postmortems: { open: async () => [] },
    members: { of: async () => new Map() },
    baseFiles: {
      find: async (repositoryId, ref) => baseFiles.get(`${repositoryId}:${ref}`) ?? null,
      save: async (repositoryId, ref, cached) => {
        baseFiles.set(`${repositoryId}:${ref}`, cached);
      },
    },
    remoteFiles: {
      find: async (_installationId, reference) => remoteFiles.get(reference) ?? null,
      save: async (_installationId, reference, cached) => {
        remoteFiles.set(reference, cached);
      },
    },
  };
}
