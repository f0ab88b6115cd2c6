import type { CountedEvidence } from './counted-evidence.ts';
import { coverageOf, freezeAction } from './freeze-action.ts';
import { prepareEvidence } from './prepare-evidence.ts';
import type { RegisteredAction } from './registered-action.ts';
import { countArea } from './tally-days.ts';
import { endpointTally } from './tally-endpoint.ts';

/** An action whose estimator and follow-up no later data can move. */
export type FixedAction = RegisteredAction & {
  readonly estimator: NonNullable<RegisteredAction['estimator']>;
  readonly followUpDays: number;
  readonly fixedOn: number;
};

/**
 * Fixes estimator and follow-up of the actions that have none yet, as soon as the rules can read their data: the action
 * is in force, changes were merged before it, and some incident was tied to its change, so that there is a lag. What
 * cannot be read yet is left out; what was fixed before is never fixed again.
 */
export function fixActions(evidence: CountedEvidence): readonly FixedAction[] {
  const open = evidence.actions.filter(({ fixedOn }) => fixedOn === null);
  if (open.length === 0) return [];
  const prepared = prepareEvidence(evidence);
  return open.flatMap((action) => {
    const tallyOf = endpointTally(prepared, action);
    const { windows, estimator, followUp, observed } = freezeAction(
      prepared,
      action,
      (of) => coverageOf(prepared, of),
      tallyOf,
    );
    if (windows === null || estimator === null || followUp.lags === 0) return [];
    if (countArea(tallyOf(followUp.days), 'subject', windows.before).exposure === 0) return [];
    return [{ ...action, estimator: estimator.estimator, followUpDays: followUp.days, fixedOn: observed.to }];
  });
}
