import type { Config } from '../config/config.ts';
import type { InstalledRepository, Store } from '../ports/store.ts';
import { contentHash } from './content-hash.ts';
import { loadMembers } from './load-members.ts';

/** Counted another way by another version: it then counts anew. */
const VERSION = 2;

/** Fingerprint of everything that decides how facts are counted. */
export async function definitionsOf(
  { store }: { readonly store: Pick<Store, 'members'> },
  { installationId }: InstalledRepository,
  config: Config,
): Promise<string> {
  const members = await loadMembers(store, installationId, config.projects);
  return contentHash({
    version: VERSION,
    projects: config.projects.map(({ id, match }) => ({ id, match })),
    members: [...members].map(([id, accounts]) => [id, [...accounts].sort((a, b) => a - b)]),
    actions: config.actions.map(({ id, scope, control }) => ({ id, scope, control })),
    environments: config.monitoring.environments,
    globs: configuredGlobs(config),
    services: config.incidents.services,
  });
}

/** Every glob that says what a part of the repository is. */
export function configuredGlobs({ incidents, rules, projects }: Config): readonly string[] {
  return [
    ...incidents.services.flatMap(({ paths }) => paths),
    ...rules.flatMap((rule) => rule.paths ?? []),
    ...projects.flatMap(({ match }) => match.paths),
  ];
}
