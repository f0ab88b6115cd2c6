import type { Config } from '../config/config.ts';
import type { RegisteredAction } from '../domain/improvement/registered-action.ts';
import { toRegisteredAction } from '../domain/record/to-registered-action.ts';
import type { ActionStore } from '../ports/action-store.ts';
import { isRewritten } from './hash-action.ts';

export interface LoadedActions {
  readonly actions: readonly RegisteredAction[];
  /** Ids of those that the configuration words another way now, with when they were registered (ISO 8601). */
  readonly rewritten: ReadonlyMap<string, string>;
}

/** The actions of a repository as they were registered where they are, else as they are configured. */
export async function loadActions(
  store: { readonly actions: Pick<ActionStore, 'all'> },
  repositoryId: number,
  { actions }: Pick<Config, 'actions'>,
): Promise<LoadedActions> {
  const registered = new Map((await store.actions.all(repositoryId)).map((one) => [one.action.id, one] as const));
  const configured = actions.map((action) => registered.get(action.id)?.action ?? toRegisteredAction(action));
  const known = new Set(configured.map((action) => action.id));
  const rewritten = actions.flatMap((action) => {
    const registration = registered.get(action.id);
    const changed = registration !== undefined && isRewritten(registration, action);
    return changed ? [[action.id, registration.registeredAt] as const] : [];
  });
  return {
    actions: [
      ...configured,
      ...[...registered.values()].flatMap(({ action }) => (known.has(action.id) ? [] : [action])),
    ],
    rewritten: new Map(rewritten),
  };
}
