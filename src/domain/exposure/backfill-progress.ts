import { BACKFILL_PHASES, type Backfill } from './backfill.ts';

export const BACKFILL_STATES = ['running', 'waiting', 'stopped', 'done'] as const;
type BackfillState = (typeof BACKFILL_STATES)[number];

/** How far the reading of all repositories' pasts has come. */
export interface BackfillProgress {
  /** How many repositories are in which state. */
  readonly states: Readonly<Record<BackfillState, number>>;
  /** Pull requests that are read, and those that there are at most, as far as GitHub has said. */
  readonly pullRequests: { readonly read: number; readonly expected: number };
  readonly incidents: number;
}

/** `now` in milliseconds since the epoch: who waits for the next hour is `waiting`. */
export function sumBackfills(backfills: readonly Backfill[], now: number): BackfillProgress {
  const states = { running: 0, waiting: 0, stopped: 0, done: 0 };
  let [read, expected, incidents] = [0, 0, 0];
  for (const backfill of backfills) {
    states[stateOf(backfill, now)] += 1;
    read += backfill.counts.pullRequests;
    expected += expectedOf(backfill);
    incidents += backfill.counts.incidents ?? 0;
  }
  return { states, pullRequests: { read, expected }, incidents };
}

function stateOf({ phase, stopped, notBefore }: Backfill, now: number): BackfillState {
  if (phase === 'done') return 'done';
  if (stopped !== null) return 'stopped';
  return notBefore !== null && Date.parse(notBefore) > now ? 'waiting' : 'running';
}

/** Only while they are listed does GitHub count them; afterwards there are as many as were read. */
function expectedOf({ phase, expected, counts }: Backfill): number {
  if (phase === 'pull-requests') return Math.max(expected ?? 0, counts.pullRequests);
  return BACKFILL_PHASES.indexOf(phase) > BACKFILL_PHASES.indexOf('pull-requests') ? counts.pullRequests : 0;
}
