import { z } from 'zod';
import type { Delivery } from '../ports/inbox.ts';
import type { EventReading } from './event-reading.ts';
import { EVENTS } from './register.ts';

export interface ReadDelivery {
  readonly delivery: Delivery;
  readonly reading: EventReading;
}

const envelope = z.object({
  action: z.string().nullish().catch(null),
  installation: z.object({ id: z.number() }).nullish().catch(null),
  repository: z.object({ id: z.number() }).nullish().catch(null),
});

/** What came, and what it asks for. Pure. */
export function readDelivery(arrived: {
  readonly id: string;
  readonly event: string;
  readonly payload: unknown;
  readonly receivedAt: number;
}): ReadDelivery {
  const { id, event, payload, receivedAt } = arrived;
  const { action, installation, repository } = envelope.catch({}).parse(payload);
  const delivery: Delivery = {
    id,
    event,
    action: action ?? null,
    installationId: installation?.id ?? null,
    repositoryId: repository?.id ?? null,
    receivedAt,
  };
  const registered = Object.hasOwn(EVENTS, event) ? EVENTS[event] : undefined;
  const reading = registered?.read(payload, id) ?? { ignored: `no use case listens to the event ${event}` };
  return { delivery, reading };
}
