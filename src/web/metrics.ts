import { createHash, timingSafeEqual } from 'node:crypto';
import { sumBackfills } from '../domain/exposure/backfill-progress.ts';
import type { Clock } from '../ports/clock.ts';
import type { BackfillStore } from '../ports/exposure-store.ts';
import type { Inbox } from '../ports/inbox.ts';
import type { Queue } from '../ports/queue.ts';
import type { WindowStore } from '../ports/window-store.ts';
import type { Handler } from './listen.ts';
import type { Meter } from './meter.ts';
import { renderMetrics } from './render-metrics.ts';
import { sendText } from './send-text.ts';

const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8';

/** Numbers only: no names, no ids. With a token it asks for it as `Authorization: Bearer …`. */
export function createMetrics(deps: {
  readonly meter: Meter;
  readonly queue: Pick<Queue, 'counts'>;
  readonly inbox: Pick<Inbox, 'counts'>;
  readonly windows: Pick<WindowStore, 'countOpen'>;
  readonly backfills: Pick<BackfillStore, 'all'>;
  readonly clock: Clock;
  readonly token: string | null;
}): Handler {
  return async (request, response) => {
    if (deps.token !== null && !isSame(request.headers.authorization ?? '', `Bearer ${deps.token}`)) {
      return sendText(response, 401, 'a bearer token is needed\n', { 'www-authenticate': 'Bearer' });
    }
    const [queue, inbox, openWindows, backfills] = await Promise.all([
      deps.queue.counts(),
      deps.inbox.counts(),
      deps.windows.countOpen(),
      deps.backfills.all(),
    ]);
    const backfill = sumBackfills(backfills, deps.clock.now());
    const process_ = { residentBytes: process.memoryUsage.rss(), upSeconds: process.uptime() };
    const text = renderMetrics({ ...deps.meter.read(), queue, inbox, openWindows, backfill, process: process_ });
    return sendText(response, 200, text, { 'content-type': PROMETHEUS });
  };
}

function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
