import type { BackfillProgress } from '../domain/exposure/backfill-progress.ts';
import type { InboxState } from '../ports/inbox.ts';
import type { QueueCounts } from '../ports/queue.ts';
import type { Readings } from './meter.ts';

export interface MetricsSnapshot extends Readings {
  readonly queue: QueueCounts;
  readonly inbox: Readonly<Record<InboxState, number>>;
  readonly openWindows: number;
  readonly backfill: BackfillProgress;
  readonly process: { readonly residentBytes: number; readonly upSeconds: number };
}

/** Prometheus' text format. Label values are words of our own, which need no escaping. */
export function renderMetrics(snapshot: MetricsSnapshot): string {
  const { deliveries, answers, rateLimitLeft, queue, inbox, openWindows, backfill, process } = snapshot;
  const families = [
    family('hiyari_deliveries_total', 'counter', 'Webhook deliveries by what became of them.', 'outcome', deliveries),
    family('hiyari_inbox_deliveries', 'gauge', 'Deliveries in the inbox by state.', 'state', Object.entries(inbox)),
    family('hiyari_queue_jobs', 'gauge', 'Jobs in the queue by state.', 'state', Object.entries(queue)),
    family('hiyari_github_answers_total', 'counter', "GitHub's answers by class of status.", 'status', answers),
    family(
      'hiyari_backfill_repositories',
      'gauge',
      'Repositories by how far the reading of their past has come.',
      'state',
      Object.entries(backfill.states),
    ),
    family(
      'hiyari_backfill_pull_requests',
      'gauge',
      'Past pull requests that are read, and how many there are at most.',
      'state',
      Object.entries(backfill.pullRequests),
    ),
    single('hiyari_backfill_incidents', 'gauge', 'Past incidents that are read.', backfill.incidents),
    family(
      'hiyari_github_rate_limit_left',
      'gauge',
      'The least that any installation has left of its rate limit.',
      'resource',
      rateLimitLeft,
    ),
    single('hiyari_monitoring_windows_open', 'gauge', 'Released changes that are being watched.', openWindows),
    single('process_resident_memory_bytes', 'gauge', 'Resident memory.', process.residentBytes),
    single('process_uptime_seconds', 'gauge', 'Seconds since the start.', Math.round(process.upSeconds)),
  ];
  return `${families.flat().join('\n')}\n`;
}

function family(
  name: string,
  type: 'counter' | 'gauge',
  help: string,
  label: string,
  values: Iterable<readonly [string, number]>,
): readonly string[] {
  const samples = [...values].map(([value, count]) => `${name}{${label}="${value}"} ${count}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples];
}

function single(name: string, type: 'gauge', help: string, value: number): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, `${name} ${value}`];
}
