import { z } from 'zod';
import type { Clock } from '../ports/clock.ts';
import type { FailedDelivery } from '../ports/github.ts';
import type { Api } from './api.ts';

/** GitHub redelivers no older ones. */
const KEPT_MS = 3 * 24 * 60 * 60 * 1_000;

const deliveries = z.array(
  z.object({
    id: z.union([z.number(), z.bigint()]),
    guid: z.string(),
    delivered_at: z.string(),
    status_code: z.number(),
  }),
);

/** Deliveries of which no attempt came through; of several attempts the newest stands for all. */
export async function listFailedDeliveries({
  api,
  clock,
}: {
  readonly api: Api;
  readonly clock: Clock;
}): Promise<readonly FailedDelivery[]> {
  const since = clock.now() - KEPT_MS;
  const isOld = ({ delivered_at }: { readonly delivered_at: string }) => Date.parse(delivered_at) < since;
  const attempts = await api.list(deliveries, 'GET /app/hook/deliveries', {}, { enough: (page) => page.some(isOld) });
  const cameThrough = new Set(attempts.filter(({ status_code }) => isSuccess(status_code)).map(({ guid }) => guid));
  const failed = new Map<string, FailedDelivery>();
  for (const attempt of attempts) {
    if (isOld(attempt) || cameThrough.has(attempt.guid) || failed.has(attempt.guid)) continue;
    failed.set(attempt.guid, { id: String(attempt.id), guid: attempt.guid });
  }
  return [...failed.values()];
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 400;
}
