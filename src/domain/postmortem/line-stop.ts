import type { StopTheLine } from '../project/project.ts';
import type { RiskLevel } from '../risk/risk-level.ts';
import type { Decision } from '../statement/decision.ts';

/** An open postmortem that asks for care with the project's risky changes. */
export interface LineStop {
  readonly project: string;
  readonly mode: Exclude<StopTheLine, 'off'>;
  /** ISO 8601 in UTC. */
  readonly since: string;
  /** The postmortem's issue; `null` where it is not here (yet). */
  readonly issue: number | null;
}

/**
 * Holds risky changes of a project while its postmortem is open. Reverts and changes of exempt paths pass: the first may
 * be what mends production. A maintainer's override lifts it, when it was given since the line stopped (`overriddenAt`,
 * ISO 8601): an older one was about something else.
 */
export function holdForPostmortem(
  decision: Decision,
  level: RiskLevel,
  stops: readonly LineStop[],
  overriddenAt: string | null,
): Decision {
  if (level !== 'high' && level !== 'unknown') return decision;
  const passes = ({ code }: { readonly code: string }) => code === 'exempt-revert' || code === 'exempt-paths';
  if (decision.reasons.some(passes)) return decision;
  const overridden = decision.status === 'overridden' ? overriddenAt : null;
  const standing = stops.filter(({ since }) => overridden === null || Date.parse(overridden) < Date.parse(since));
  const [first] = standing;
  if (first === undefined) return decision;
  const fails = decision.conclusion === 'failure' || standing.some(({ mode }) => mode === 'enforce');
  const said = standing.map(({ project, issue }) => ({ code: 'line-stopped' as const, project, issue, level }));
  const others = decision.conclusion === 'success' ? [] : decision.reasons;
  return { ...decision, conclusion: fails ? 'failure' : 'neutral', reasons: [...said, ...others] };
}
