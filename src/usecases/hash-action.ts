import type { ActionRegistration } from '../domain/improvement/action-registration.ts';
import type { ImprovementAction } from '../domain/improvement/improvement-action.ts';
import { contentHash } from './content-hash.ts';
import { plannedHash } from './read-actions.ts';

/** Of what decides how an action is judged: another wording of its title is no other action. */
export function hashAction({ started, targets, coverage, scope, control }: ImprovementAction): string {
  return contentHash({ started, targets, coverage, scope, control });
}

/** Whether the configuration says something else of an action now than what was registered. */
export function isRewritten({ source, textHash }: ActionRegistration, configured: ImprovementAction): boolean {
  if (source === 'config') return hashAction(configured) !== textHash;
  const { started: start, scope = null, control = null, ...rest } = configured;
  return plannedHash({ ...rest, owner: rest.owner ?? '', start, scope, control }) !== textHash;
}
