import type { Backfill } from '../domain/exposure/backfill.ts';
import {
  type BackfillPolicy,
  growPage,
  MOST_FAILURES,
  pauseAfter,
  shrinkPage,
  waitUntil,
} from '../domain/exposure/backfill-pace.ts';
import { GitHubError } from '../ports/github-error.ts';
import type { InstalledRepository, StoreSession } from '../ports/store.ts';
import type { BackfillDeps, BackfillPage } from './backfill-page.ts';
import { isoNow } from './deps.ts';
import { readBackfillPage } from './read-backfill-page.ts';

/** Written with the page, in its transaction: the App puts the job of the next page there. */
type AndThen = (session: StoreSession, backfill: Backfill) => Promise<void>;

/**
 * Reads one page of a repository's past and saves its rows together with where it stands. Trouble at GitHub is a
 * value here: a backfill that has to wait must not hold up anything else.
 */
export async function advanceBackfill(
  deps: BackfillDeps,
  repository: InstalledRepository,
  backfill: Backfill,
  policy: BackfillPolicy,
  andThen: AndThen = async () => undefined,
): Promise<Backfill> {
  const { clock, store } = deps;
  let page: BackfillPage;
  try {
    page = await readBackfillPage(deps, repository, backfill);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const failed = afterFailure(backfill, error, clock.now(), isoNow(clock));
    await store.transaction(async (session) => {
      await session.backfills.save(failed);
      await andThen(session, failed);
    });
    return failed;
  }
  const { counts } = backfill;
  const wait = waitUntil([page.cost ?? deps.github.queryBudget(), deps.github.restBudget()], policy.share, clock.now());
  const next: Backfill = {
    ...backfill,
    ...page.next,
    pageSize: growPage(backfill.pageSize),
    counts: {
      pages: counts.pages + 1,
      pullRequests: counts.pullRequests + page.exposures.filter(({ number }) => number !== null).length,
      directPushes: counts.directPushes + page.exposures.filter(({ number }) => number === null).length,
      deployments: counts.deployments + page.deployments.length,
      incidents: counts.incidents + page.incidents.length,
      points: counts.points + (page.cost?.points ?? 0),
    },
    failures: 0,
    stopped: null,
    notBefore: wait === null ? null : new Date(wait).toISOString(),
    updatedAt: isoNow(clock),
  };
  await store.transaction(async (session) => {
    await session.mainLine.save(repository.id, page.commits);
    await session.exposures.save(page.exposures);
    await session.deployments.save(page.deployments);
    await session.incidents.reportAll(page.incidents);
    await session.outbox.enqueue(page.jobs);
    await session.backfills.save(next);
    await andThen(session, next);
  });
  return next;
}

/** What passes with time is tried again, with a smaller page where the page may have been the trouble. */
function afterFailure(backfill: Backfill, error: GitHubError, now: number, updatedAt: string): Backfill {
  const at = (moment: number) => new Date(moment).toISOString();
  if (error.fault === 'rate-limited') {
    return { ...backfill, notBefore: at(error.retryAt ?? now + pauseAfter(backfill.failures)), updatedAt };
  }
  const failures = backfill.failures + 1;
  const passes = error.fault === 'timeout' || error.fault === 'unavailable';
  if (!passes || failures > MOST_FAILURES) return { ...backfill, failures, stopped: error.message, updatedAt };
  return {
    ...backfill,
    failures,
    pageSize: shrinkPage(backfill.pageSize),
    notBefore: at(error.retryAt ?? now + pauseAfter(failures)),
    updatedAt,
  };
}
