import type { Clock } from '../ports/clock.ts';
import type { Acceptance, Inbox } from '../ports/inbox.ts';
import type { Log } from '../ports/log.ts';
import { type ReadDelivery, readDelivery } from './read-delivery.ts';

export interface AcceptDeps {
  readonly inbox: Pick<Inbox, 'accept'>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Stores a delivery whose signature was checked, with the jobs that it asks for. Work is done later. Not async: such a
 * function would hold the payload until the commit, and the garbage collector would copy all that wait.
 */
export function acceptDelivery(
  deps: AcceptDeps,
  arrived: { readonly id: string; readonly event: string; readonly payload: unknown },
): Promise<Acceptance> {
  return storeDelivery(deps, readDelivery({ ...arrived, receivedAt: deps.clock.now() }));
}

async function storeDelivery({ inbox, log }: AcceptDeps, { delivery, reading }: ReadDelivery): Promise<Acceptance> {
  const facts = { deliveryId: delivery.id, event: delivery.event, action: delivery.action };
  if ('jobs' in reading) {
    const acceptance = await inbox.accept(delivery, reading.jobs);
    log.debug({ ...facts, acceptance, jobs: reading.jobs.length }, 'delivery stored');
    return acceptance;
  }
  const acceptance = await inbox.accept(delivery, []);
  log[reading.malformed ? 'warn' : 'debug']({ ...facts, why: reading.ignored }, 'delivery ignored');
  return acceptance;
}
