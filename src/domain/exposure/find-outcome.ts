import type { DeploymentState } from './deployment.ts';

interface Status {
  /** GitHub's word, in either of its spellings. */
  readonly state: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/**
 * How a deployment ended: its first success, else its first failure, else `null`. What comes after a success (mostly
 * `inactive`, when the next one replaces it) does not undo it.
 */
export function findOutcome(
  statuses: readonly Status[],
): { readonly state: DeploymentState; readonly at: string } | null {
  const inOrder = [...statuses].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const first = (...states: readonly string[]) => inOrder.find(({ state }) => states.includes(state.toLowerCase()));
  const success = first('success', 'active');
  if (success !== undefined) return { state: 'success', at: success.at };
  const failure = first('failure', 'error');
  return failure === undefined ? null : { state: 'failure', at: failure.at };
}
