import type { RateLimits } from '../server/rate-limits.ts';
import { ok, type Route } from '../server/route.ts';

/** Asking how much is left costs nothing. */
export function rateLimitRoutes(limits: RateLimits): readonly Route[] {
  return [
    {
      method: 'GET',
      template: '/rate_limit',
      operationId: 'rate-limit/get',
      access: 'anyone',
      handle: ({ actor }) => ok(limits.view(actor)),
    },
  ];
}
