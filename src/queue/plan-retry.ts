import { isLasting } from '../ports/github-error.ts';
import type { QueueSettings } from './queue-settings.ts';

export type RetryPlan =
  /** Tries again at `runAt` (milliseconds since the epoch); `attempts` counts the failures so far. */
  | { readonly retry: true; readonly runAt: number; readonly attempts: number }
  | { readonly retry: false; readonly attempts: number };

/** How deep `cause` is followed: errors are wrapped a few times, and a cycle must end. */
const CAUSE_DEPTH = 5;

/**
 * What becomes of a job that failed. Exponential back-off with full jitter: the pause is uniform between 0 and
 * `baseDelayMs × factor^failures`, so that jobs which failed together do not come back together
 * (Brooker, "Exponential Backoff And Jitter", 2015). `random` is in [0, 1).
 */
export function planRetry(
  error: unknown,
  failed: { readonly attempts: number; readonly now: number; readonly random: number },
  settings: QueueSettings,
): RetryPlan {
  const retryAt = retryAtOf(error);
  // A moment that is past already is no wait: counted, or a job that always says so would never end.
  if (retryAt !== null && retryAt > failed.now) {
    return { retry: true, runAt: Math.min(retryAt, failed.now + settings.maxDelayMs), attempts: failed.attempts };
  }
  const attempts = failed.attempts + 1;
  // A job that cannot pass would hold up its lane, for a day at worst.
  const most = links(error).some(isLasting) ? settings.maxAttemptsWhenLasting : settings.maxAttempts;
  if (attempts >= most) return { retry: false, attempts };
  const longest = Math.min(settings.maxDelayMs, settings.baseDelayMs * settings.factor ** failed.attempts);
  return { retry: true, runAt: failed.now + Math.ceil(failed.random * longest), attempts };
}

/** The `retryAt` that an error or one of its causes carries, in milliseconds since the epoch. */
function retryAtOf(error: unknown): number | null {
  for (const link of links(error)) {
    if ('retryAt' in link && typeof link.retryAt === 'number' && Number.isFinite(link.retryAt)) {
      return Math.ceil(link.retryAt);
    }
  }
  return null;
}

/** An error and its causes. */
function links(error: unknown): readonly Error[] {
  const found: Error[] = [];
  for (let link = error; found.length < CAUSE_DEPTH && link instanceof Error; link = link.cause) found.push(link);
  return found;
}
