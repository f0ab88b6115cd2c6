import { z } from 'zod';
import type { AppCredentials } from '../ports/app-credentials.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { createApi } from './create-api.ts';
import { createFetch } from './create-fetch.ts';
import { createOctokit } from './create-octokit.ts';
import { createEtagCache } from './etag-cache.ts';
import { createRateLimiter } from './rate-limiter.ts';

const converted = z.object({
  id: z.number(),
  slug: z.string(),
  pem: z.string(),
  webhook_secret: z.string(),
  html_url: z.string(),
});

/** Turns the code that GitHub gave for a manifest into the App's credentials. A code works once, for an hour. */
export async function convertManifest(
  options: { readonly baseUrl: string; readonly clock: Clock; readonly log: Log; readonly fetch?: typeof fetch },
  code: string,
): Promise<AppCredentials> {
  const { baseUrl, clock, log } = options;
  const send = createFetch({ fetch: options.fetch, timeoutMs: 10_000, onAnswer: () => undefined });
  const octokit = createOctokit({ identity: { kind: 'anonymous' }, baseUrl, fetch: send, log });
  const limiter = createRateLimiter({ clock, sleep: () => Promise.resolve() });
  const api = createApi({ octokit, limiter, etags: createEtagCache(1), scope: 'manifest', clock });
  const app = await api.send(converted, 'POST /app-manifests/{code}/conversions', { code });
  return {
    appId: app.id,
    slug: app.slug,
    privateKey: app.pem,
    webhookSecret: app.webhook_secret,
    url: app.html_url,
  };
}
