import type { GitHubApp } from '../ports/github.ts';
import { isLasting } from '../ports/github-error.ts';
import type { Inbox } from '../ports/inbox.ts';
import type { Log } from '../ports/log.ts';

export interface RedeliverDeps {
  readonly app: Pick<GitHubApp, 'failedDeliveries' | 'redeliver'>;
  readonly inbox: Pick<Inbox, 'has'>;
  readonly log: Log;
}

/** GitHub keeps deliveries that it could not hand over for three days: asks for those that the inbox lacks. Gives how many. */
export async function redeliverMissed(deps: RedeliverDeps): Promise<number> {
  let asked = 0;
  for (const { id, guid } of await deps.app.failedDeliveries()) {
    if (await deps.inbox.has(guid)) continue;
    try {
      await deps.app.redeliver(id);
      asked += 1;
    } catch (error) {
      // One that GitHub no longer keeps must not stand before the others, now and an hour from now.
      if (!isLasting(error)) throw error;
      deps.log.warn({ deliveryId: guid, err: error }, 'GitHub does not redeliver a missed delivery');
    }
  }
  if (asked > 0) deps.log.info({ asked }, 'asked GitHub for missed deliveries');
  return asked;
}
