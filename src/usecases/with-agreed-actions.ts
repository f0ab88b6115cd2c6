import type { Config } from '../config/config.ts';
import type { ImprovementAction } from '../domain/improvement/improvement-action.ts';
import { isoDay } from '../domain/report/calendar.ts';
import type { ActionStore } from '../ports/action-store.ts';

/**
 * The configuration with the actions that postmortems agreed on: where they apply, and what they are compared with, is
 * counted like that of configured ones. An id that is configured means the configured one.
 */
export async function withAgreedActions(
  store: { readonly actions: Pick<ActionStore, 'all'> },
  repositoryId: number,
  config: Config,
): Promise<Config> {
  const configured = new Set(config.actions.map(({ id }) => id));
  const agreed = (await store.actions.all(repositoryId)).flatMap(
    ({ action, agreed: where, owner }): ImprovementAction[] => {
      if (where === undefined || configured.has(action.id)) return [];
      const { id, title, targets, measure: coverage, announcedAt } = action;
      const area = {
        ...(where.scope !== null && { scope: where.scope }),
        ...(where.control !== null && { control: where.control }),
      };
      const started = isoDay(announcedAt);
      return [{ id, title, started, targets, coverage, ...(owner !== null && { owner }), ...area }];
    },
  );
  return agreed.length === 0 ? config : { ...config, actions: [...config.actions, ...agreed] };
}
