import type { Config } from '../config/config.ts';
import type { RegisteredAction } from '../domain/improvement/registered-action.ts';
import { toRegisteredAction } from '../domain/record/to-registered-action.ts';
import type { ActionStore } from '../ports/action-store.ts';

/** The actions of a repository as they were registered where they are, else as they are configured. */
export async function loadActions(
  store: { readonly actions: Pick<ActionStore, 'all'> },
  repositoryId: number,
  { actions }: Pick<Config, 'actions'>,
): Promise<readonly RegisteredAction[]> {
  const registered = new Map((await store.actions.all(repositoryId)).map(({ action }) => [action.id, action] as const));
  const configured = actions.map((action) => registered.get(action.id) ?? toRegisteredAction(action));
  const known = new Set(configured.map((action) => action.id));
  return [...configured, ...[...registered.values()].filter((action) => !known.has(action.id))];
}
