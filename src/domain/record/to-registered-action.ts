import { dayOf } from '../calendar.ts';
import type { ImprovementAction } from '../improvement/improvement-action.ts';
import type { RegisteredAction } from '../improvement/registered-action.ts';

/** An action as it is configured, with estimator and follow-up not fixed yet. */
export function toRegisteredAction(action: ImprovementAction): RegisteredAction {
  const { id, title, started, targets, coverage } = action;
  const open = { estimator: null, followUpDays: null, fixedOn: null };
  return { id, title, announcedAt: dayOf(started), targets, measure: coverage, ...open };
}
