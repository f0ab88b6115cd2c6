import type { Config } from '../config/config.ts';
import type { ActionRegistration } from '../domain/improvement/action-registration.ts';
import type { ImprovementAction } from '../domain/improvement/improvement-action.ts';
import { toRegisteredAction } from '../domain/record/to-registered-action.ts';
import type { Clock } from '../ports/clock.ts';
import type { InstalledRepository, Store } from '../ports/store.ts';
import { isoNow } from './deps.ts';
import { hashAction } from './hash-action.ts';

export interface RegisterActionsDeps {
  readonly store: Pick<Store, 'actions'>;
  readonly clock: Clock;
}

/** An action as it is registered when it is first seen. */
function toRegistration(
  action: ImprovementAction,
  registered: Pick<ActionRegistration, 'repositoryId' | 'registeredAt' | 'source'>,
): ActionRegistration {
  return {
    ...registered,
    action: toRegisteredAction(action),
    owner: action.owner ?? null,
    textHash: hashAction(action),
    area: { scope: action.scope ?? null, control: action.control ?? null },
  };
}

/**
 * Registers the actions that the configuration of the default branch names for the first time. What is registered
 * stays: a start or a target that is written over later would choose the answer by the outcome.
 */
export async function registerActions(
  { store, clock }: RegisterActionsDeps,
  repository: InstalledRepository,
  config: Pick<Config, 'actions'>,
): Promise<readonly ActionRegistration[]> {
  if (config.actions.length === 0) return [];
  const known = new Set((await store.actions.all(repository.id)).map(({ action }) => action.id));
  const registered: ActionRegistration[] = [];
  for (const action of config.actions) {
    if (known.has(action.id)) continue;
    const registration = toRegistration(action, {
      repositoryId: repository.id,
      registeredAt: isoNow(clock),
      source: 'config',
    });
    if (await store.actions.save(registration)) registered.push(registration);
  }
  return registered;
}
