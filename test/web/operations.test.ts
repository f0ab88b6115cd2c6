import { afterEach, describe, expect, it } from 'vitest';
import { createReadyz, healthz } from '../../src/web/health.ts';
import { type Handler, type Listener, listen } from '../../src/web/listen.ts';
import { createMeter } from '../../src/web/meter.ts';
import { type Backfill, NO_COUNTS } from '../../src/domain/exposure/backfill.ts';
import { createMetrics } from '../../src/web/metrics.ts';
import { recordingLog } from '../support/recording-log.ts';

let listener: Listener | null = null;

async function get(handler: Handler, headers: Readonly<Record<string, string>> = {}) {
  listener = await listen({ host: '127.0.0.1', port: 0, routes: { '/x': handler }, log: recordingLog() });
  const response = await fetch(`http://127.0.0.1:${listener.port}/x`, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

afterEach(async () => {
  await listener?.close(0);
});

const queue = { counts: async () => ({ waiting: 2, scheduled: 4, running: 1, dead: 0 }) };
const clock = { now: () => Date.parse('2026-09-01T00:00:00Z') };
const backfill: Backfill = {
  repositoryId: 1,
  installationId: 7,
  since: '2025-09-01T00:00:00Z',
  phase: 'pull-requests',
  cursor: 'x',
  head: 'a',
  steering: { changes: [], complete: true },
  pageSize: 25,
  expected: 300,
  counts: { ...NO_COUNTS, pullRequests: 50, incidents: 4 },
  notBefore: '2026-09-01T00:30:00Z',
  failures: 0,
  stopped: null,
  startedAt: '2026-08-31T00:00:00Z',
  updatedAt: '2026-08-31T00:00:00Z',
};
const backfills = { all: async () => [backfill] };
const inbox = { counts: async () => ({ waiting: 3, done: 40, dead: 1, ignored: 5 }) };
const windows = { countOpen: async () => 7 };

describe('health', () => {
  it('says that the process lives', async () => {
    expect(await get(healthz)).toMatchObject({ status: 200, text: 'ok\n' });
  });

  it.each([
    ['ready', queue, false, 200],
    ['stopping', queue, true, 503],
    ['without its database', { counts: () => Promise.reject(new Error('closed')) }, false, 503],
  ])('says that it is %s', async (_name, its, stopping, status) => {
    expect((await get(createReadyz({ queue: its, stopping: () => stopping }))).status).toBe(status);
  });
});

describe('metrics', () => {
  const limit = (resource: string, left: number, reset: number) =>
    new Headers({
      'x-ratelimit-resource': resource,
      'x-ratelimit-remaining': `${left}`,
      'x-ratelimit-reset': `${reset}`,
    });

  it('are in the form that Prometheus reads', async () => {
    const meter = createMeter();
    meter.countDelivery('accepted');
    meter.countDelivery('accepted');
    meter.countDelivery('ignored');
    meter.countAnswer({ status: 200, headers: limit('core', 4_000, 100) });
    meter.countAnswer({ status: 304, headers: limit('core', 3_000, 100) });
    meter.countAnswer({ status: 502, headers: new Headers() });
    meter.countAnswer({ status: 201, headers: limit('core', 3_500, 100) });
    meter.countAnswer({ status: 200, headers: limit('search', 1, 100) });
    const { text, headers } = await get(createMetrics({ meter, queue, inbox, windows, backfills, clock, token: null }));
    expect(headers.get('content-type')).toContain('version=0.0.4');
    for (const line of [
      '# TYPE hiyari_deliveries_total counter',
      'hiyari_deliveries_total{outcome="accepted"} 2',
      'hiyari_deliveries_total{outcome="ignored"} 1',
      'hiyari_inbox_deliveries{state="dead"} 1',
      'hiyari_queue_jobs{state="waiting"} 2',
      'hiyari_queue_jobs{state="scheduled"} 4',
      'hiyari_monitoring_windows_open 7',
      'hiyari_github_answers_total{status="2xx"} 3',
      'hiyari_github_answers_total{status="304"} 1',
      'hiyari_github_answers_total{status="5xx"} 1',
      'hiyari_github_rate_limit_left{resource="core"} 3000',
      'hiyari_backfill_repositories{state="waiting"} 1',
      'hiyari_backfill_repositories{state="done"} 0',
      'hiyari_backfill_pull_requests{state="read"} 50',
      'hiyari_backfill_pull_requests{state="expected"} 300',
      'hiyari_backfill_incidents 4',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).not.toContain('search');
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it('start a new hour with what is left then', () => {
    const meter = createMeter();
    meter.countAnswer({ status: 200, headers: limit('core', 1, 100) });
    meter.countAnswer({ status: 200, headers: limit('core', 4_999, 200) });
    expect(meter.read().rateLimitLeft.get('core')).toBe(4_999);
  });

  it.each([
    [{}, 401],
    [{ authorization: 'Bearer wrong' }, 401],
    [{ authorization: 'Bearer right' }, 200],
  ])('with a token ask for it: %o', async (headers, status) => {
    const answer = await get(
      createMetrics({ meter: createMeter(), queue, inbox, windows, backfills, clock, token: 'right' }),
      headers,
    );
    expect(answer.status).toBe(status);
  });
});
