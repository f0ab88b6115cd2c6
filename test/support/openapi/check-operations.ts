import { isPermitted, OPERATION_PERMISSIONS } from './operation-permissions.ts';
import { readOperations } from './read-operations.ts';

export interface UsedRequest {
  readonly operationId: string | null;
}

/** The operations that a log of requests used, each once, in alphabetical order. */
export function operationsUsed(requests: readonly UsedRequest[]): readonly string[] {
  return [...new Set(requests.flatMap((request) => request.operationId ?? []))].sort();
}

/** Says in words which operations an App with these permissions cannot use; empty when it can use all. */
export function checkOperations(
  operationIds: readonly string[],
  granted: Readonly<Record<string, string>>,
): readonly string[] {
  const enabled = new Map(readOperations().map((entry) => [entry.operationId, entry.enabledForGitHubApps]));
  return operationIds.flatMap((operationId) => {
    const needed = OPERATION_PERMISSIONS[operationId];
    if (needed === undefined) return [`${operationId}: its permission is not in OPERATION_PERMISSIONS`];
    if (typeof needed === 'string') return [];
    if (operationId !== 'graphql' && enabled.get(operationId) !== true) {
      return [`${operationId} is not enabled for GitHub Apps`];
    }
    const choice = needed.or === undefined ? '' : ` or ${needed.or}: ${needed.level}`;
    return isPermitted(operationId, granted)
      ? []
      : [`${operationId} needs ${needed.permission}: ${needed.level}${choice}`];
  });
}

/** The granted permissions that no operation makes use of: an App should ask for as little as it can. */
export function unusedPermissions(
  operationIds: readonly string[],
  granted: Readonly<Record<string, string>>,
): readonly string[] {
  const levels = new Map<string, 'read' | 'write'>();
  for (const operationId of operationIds) {
    const needed = OPERATION_PERMISSIONS[operationId];
    if (needed === undefined || typeof needed === 'string') continue;
    for (const permission of [needed.permission, needed.or]) {
      if (permission !== undefined && levels.get(permission) !== 'write') levels.set(permission, needed.level);
    }
  }
  return Object.entries(granted).flatMap(([permission, level]) => {
    const used = levels.get(permission);
    if (used === undefined) return [`${permission}: ${level}`];
    return level === 'write' && used === 'read' ? [`${permission}: write, read would do`] : [];
  });
}
