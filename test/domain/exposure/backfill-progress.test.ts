import { expect, it } from 'vitest';
import { type Backfill, type BackfillPhase, NO_COUNTS } from '../../../src/domain/exposure/backfill.ts';
import { sumBackfills } from '../../../src/domain/exposure/backfill-progress.ts';

const NOW = Date.UTC(2026, 8, 1);
const at = (phase: BackfillPhase, expected: number | null, more: Partial<Backfill> = {}): Backfill => ({
  repositoryId: 1,
  installationId: 7,
  since: '2025-09-01T00:00:00Z',
  phase,
  cursor: null,
  head: null,
  steering: { changes: [], complete: true },
  pageSize: 25,
  expected,
  counts: { ...NO_COUNTS, pullRequests: 10, incidents: 2 },
  notBefore: null,
  failures: 0,
  stopped: null,
  startedAt: '2026-09-01T00:00:00Z',
  updatedAt: '2026-09-01T00:00:00Z',
  ...more,
});

it.each([
  ['issues', 50, 'running', 0],
  ['pull-requests', 50, 'running', 50],
  ['pull-requests', null, 'running', 10],
  ['releases', 3, 'running', 10],
  ['done', null, 'done', 10],
] as const)('in the phase %s with %s expected it is %s, of %i', (phase, expected, state, total) => {
  const progress = sumBackfills([at(phase, expected)], NOW);
  expect(progress.states[state]).toBe(1);
  expect(progress).toMatchObject({ pullRequests: { read: 10, expected: total }, incidents: 2 });
});

it('sums repositories; one that stopped or waits says so', () => {
  const later = new Date(NOW + 1).toISOString();
  const all = [
    at('issues', null, { notBefore: later }),
    at('issues', null, { notBefore: new Date(NOW).toISOString() }),
    at('issues', null, { stopped: 'no permission', notBefore: later }),
  ];
  expect(sumBackfills(all, NOW)).toMatchObject({
    states: { running: 1, waiting: 1, stopped: 1, done: 0 },
    incidents: 6,
  });
});
