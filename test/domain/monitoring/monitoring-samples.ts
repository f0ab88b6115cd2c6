import type { MonitoringWindow } from '../../../src/domain/monitoring/monitoring-window.ts';
import type { Watch } from '../../../src/domain/monitoring/watch.ts';

export function sampleWindow(changes: Partial<MonitoringWindow> = {}): MonitoringWindow {
  return {
    repositoryId: 1,
    unit: '#12',
    number: 12,
    level: 'high',
    environment: 'production',
    openedBy: 'deployment',
    openedAt: '2026-09-01T00:00:00Z',
    endsAt: '2026-09-04T00:00:00Z',
    state: 'open',
    closedAt: null,
    note: null,
    watcher: { id: 5, login: 'mona' },
    ...changes,
  };
}

export function sampleWatch(changes: Partial<Watch> = {}): Watch {
  return {
    repositoryId: 1,
    unit: '#12',
    number: 12,
    sha: 'a'.repeat(40),
    mergedAt: '2026-08-31T00:00:00Z',
    level: 'high',
    windowSeconds: 3 * 86_400,
    promise: 'error rate of the checkout',
    watcher: { id: 5, login: 'mona' },
    deputyId: null,
    release: {
      environment: 'production',
      openedBy: 'deployment',
      runs: [{ at: '2026-09-01T00:00:00Z', takenOutAt: null }],
    },
    paceMs: 0,
    confirmation: null,
    incidents: [],
    revertedAt: null,
    lapsedAt: null,
    reminders: [],
    comment: null,
    ...changes,
  };
}
