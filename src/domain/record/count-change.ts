import { dayOf } from '../calendar.ts';
import { type Exposure, unitOf } from '../exposure/exposure.ts';
import type { MergedChange, MonitoredRelease } from '../improvement/merged-change.ts';
import type { MonitoringWindow } from '../monitoring/monitoring-window.ts';
import type { Belonging, CellTraits } from './change-cell.ts';
import { classifySize } from './classify-size.ts';

/** What is stored of one change, brought together. */
export interface ChangeFacts {
  readonly exposure: Exposure;
  /** When it reached users (days since 1970-01-01), and its share of that deployment; `null`: not known. */
  readonly release: { readonly at: number; readonly share: number } | null;
  /** `null`: none was opened. */
  readonly window: MonitoringWindow | null;
  readonly belonging: Belonging;
  readonly reverted: boolean;
  /** Whether an incident that it caused was mended by another change. */
  readonly followUpFix: boolean;
}

/** A change with the cell that it falls into. */
export interface CountedChange {
  readonly change: MergedChange;
  readonly traits: CellTraits;
  /** Its share of the deployment that carried it. */
  readonly deployments: number;
}

export function countChange(facts: ChangeFacts): CountedChange {
  const { exposure, release, window, belonging, reverted, followUpFix } = facts;
  const { judgement, author, additions, deletions } = exposure;
  const accepted = isAccepted(judgement);
  const enforced = judgement?.mode === 'enforce';
  const risk = judgement?.level ?? 'none';
  const size = classifySize(exposure);
  const { projects, controlFor, outsideOf } = belonging;
  return {
    change: {
      id: unitOf(exposure),
      author: String(author.id),
      openedAt: exposure.openedAt === null ? null : dayOf(exposure.openedAt),
      mergedAt: dayOf(exposure.mergedAt),
      deployedAt: release?.at ?? null,
      risk,
      size,
      changedLines: additions + deletions,
      reviewRounds: exposure.reviewRounds,
      statementAccepted: accepted,
      enforced,
      blastRadius: judgement?.blastRadius ?? null,
      monitoring: monitoredRelease(window),
      reverted: reverted || window?.state === 'reverted',
      followUpFix,
      controlFor,
      outsideOf,
    },
    traits: {
      risk,
      size,
      authorType: author.type,
      verdict: judgement?.verdict ?? null,
      status: judgement?.status ?? null,
      accepted,
      enforced,
      watched: window?.state ?? null,
      projects,
      controlFor,
      outsideOf,
    },
    deployments: release?.share ?? 0,
  };
}

/** What need not be stated was neither accepted nor refused, and a push states nothing. */
function isAccepted(judgement: Exposure['judgement']): boolean | null {
  if (judgement === null || judgement.status === 'exempt') return null;
  return judgement.conclusion === 'success' && (judgement.status === 'stated' || judgement.status === 'none');
}

/** A window that an incident or a revert cut short could not be confirmed: it says nothing of watching. */
function monitoredRelease(window: MonitoringWindow | null): MonitoredRelease | null {
  if (window === null || (window.state !== 'done' && window.state !== 'lapsed')) return null;
  return { endsAt: dayOf(window.endsAt), confirmed: window.state === 'done' };
}
