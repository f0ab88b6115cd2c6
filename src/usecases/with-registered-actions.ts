import type { Config } from '../config/config.ts';
import type { ActionRegistration } from '../domain/improvement/action-registration.ts';
import type { ImprovementAction } from '../domain/improvement/improvement-action.ts';
import { isoDay } from '../domain/calendar.ts';
import type { ActionStore } from '../ports/action-store.ts';

/**
 * The configuration with its actions as they were registered, and with those that postmortems agreed on: where they
 * apply, and what they are compared with, is counted by the registration, whatever was written over it since.
 */
export async function withRegisteredActions(
  store: { readonly actions: Pick<ActionStore, 'all'> },
  repositoryId: number,
  config: Config,
): Promise<Config> {
  const registrations = await store.actions.all(repositoryId);
  if (registrations.length === 0) return config;
  const registered = new Map(registrations.map((one) => [one.action.id, asRegistered(one)] as const));
  const configured = new Set(config.actions.map(({ id }) => id));
  const agreed = registrations.filter(({ action, agreed: where }) => where !== undefined && !configured.has(action.id));
  return {
    ...config,
    actions: [
      ...config.actions.map((action) => registered.get(action.id) ?? action),
      ...agreed.flatMap(({ action }) => registered.get(action.id) ?? []),
    ],
  };
}

/** `null`: registered before the area was kept with it, so that only the configuration knows it. */
function asRegistered({ action, agreed, area = agreed, owner }: ActionRegistration): ImprovementAction | null {
  if (area === undefined) return null;
  const { id, title, targets, measure: coverage, announcedAt } = action;
  return {
    ...{ id, title, started: isoDay(announcedAt), targets, coverage },
    ...(owner !== null && { owner }),
    ...(area.scope !== null && { scope: area.scope }),
    ...(area.control !== null && { control: area.control }),
  };
}
