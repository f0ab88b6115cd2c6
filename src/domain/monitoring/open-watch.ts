import type { Author } from '../pull-request/pull-request.ts';
import { levelToSatisfy, type RiskLevel } from '../risk/risk-level.ts';
import type { ImpactStatement } from '../statement/impact-statement.ts';
import type { MonitoringPolicy } from './monitoring-policy.ts';
import { MAX_PROMISE, type Watch } from './watch.ts';

export interface MergedChange {
  readonly repositoryId: number;
  readonly unit: string;
  readonly number: number;
  readonly sha: string | null;
  readonly mergedAt: string;
  readonly level: RiskLevel;
  readonly author: Author;
  readonly mergedBy: Author | null;
}

/** The watch of a change that was merged just now; `null` when its level is not watched. */
export function openWatch(
  change: MergedChange,
  policy: Pick<MonitoringPolicy, 'windowSeconds'>,
  statement: Pick<ImpactStatement, 'fields'>,
): Watch | null {
  const { repositoryId, unit, number, sha, mergedAt, level, author, mergedBy } = change;
  const windowSeconds = policy.windowSeconds[levelToSatisfy(level)];
  if (windowSeconds === null) return null;
  const [watcher = null, deputy = null] = [author, ...(mergedBy === null ? [] : [mergedBy])]
    .filter(({ type }) => type === 'user')
    .map(({ id, login }) => ({ id, login }));
  return {
    repositoryId,
    unit,
    number,
    sha,
    mergedAt,
    level,
    windowSeconds,
    promise: promiseIn(statement),
    watcher,
    deputyId: deputy?.id === watcher?.id ? null : (deputy?.id ?? null),
    release: null,
    paceMs: 0,
    confirmation: null,
    incidents: [],
    revertedAt: null,
    lapsedAt: null,
    reminders: [],
    comment: null,
  };
}

function promiseIn({ fields }: Pick<ImpactStatement, 'fields'>): string | null {
  const field = fields.monitoring;
  if (field?.verdict !== 'filled' || field.quote === undefined) return null;
  return field.quote.text.slice(0, MAX_PROMISE).toWellFormed();
}
