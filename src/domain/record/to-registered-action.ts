import type { ImprovementAction } from '../improvement/improvement-action.ts';
import type { RegisteredAction } from '../improvement/registered-action.ts';
import { dayOf } from './count-change.ts';

/** An action as it is configured, with an estimator that is not fixed yet. */
export function toRegisteredAction(action: ImprovementAction): RegisteredAction {
  const { id, title, started, targets, coverage } = action;
  return { id, title, announcedAt: dayOf(started), targets, measure: coverage, estimator: null };
}
