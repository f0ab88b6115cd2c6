import type { ChangeReference } from '../reference.ts';

/** Finds the change that a reference names. Abbreviated ids that fit several commits name none. */
export interface ReferenceResolver {
  resolve(reference: Pick<ChangeReference, 'kind' | 'number' | 'sha' | 'repository'>): string | undefined;
}

const PREFIX = 7;

/**
 * `numbers` are pull requests by number. References to other repositories are not ours when we know our own name; without it
 * a number with a repository is believed only if its name is that of most others, so it is taken as ours.
 */
export function createReferenceResolver(
  unitOf: ReadonlyMap<string, string>,
  numbers: ReadonlyMap<number, string>,
  repository?: string,
): ReferenceResolver {
  const byPrefix = new Map<string, string[]>();
  for (const id of unitOf.keys()) {
    const prefix = id.slice(0, PREFIX);
    const known = byPrefix.get(prefix);
    if (known === undefined) byPrefix.set(prefix, [id]);
    else known.push(id);
  }
  return {
    resolve(reference) {
      const { repository: named } = reference;
      if (named !== undefined && repository !== undefined && named.toLowerCase() !== repository.toLowerCase())
        return undefined;
      if (reference.number !== undefined) return reference.kind === 'issue' ? undefined : numbers.get(reference.number);
      const sha = reference.sha ?? '';
      const fitting = (byPrefix.get(sha.slice(0, PREFIX)) ?? []).filter((id) => id.startsWith(sha));
      return fitting.length === 1 ? unitOf.get(fitting[0] ?? '') : undefined;
    },
  };
}
