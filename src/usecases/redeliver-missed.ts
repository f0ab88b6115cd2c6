import type { GitHubApp } from '../ports/github.ts';
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
    await deps.app.redeliver(id);
    asked += 1;
  }
  if (asked > 0) deps.log.info({ asked }, 'asked GitHub for missed deliveries');
  return asked;
}
