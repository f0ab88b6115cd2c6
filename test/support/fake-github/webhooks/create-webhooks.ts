import { installationOf } from '../state/find-repository.ts';
import type { JsonObject } from '../state/json.ts';
import { timeOf, type World, type WorldEvent } from '../state/world.ts';
import type { Delivery } from './delivery.ts';
import { sendDelivery, type WebhookTarget } from './send-delivery.ts';

interface WebhookConnection {
  readonly url: string;
  readonly secret: string;
  /** Deliveries in flight at once; 1 keeps the order of events, which GitHub does not promise. */
  readonly concurrency?: number;
}

export interface Webhooks {
  /** From now on every event is delivered there. */
  readonly connect: (connection: WebhookConnection) => void;
  /** Events are no longer kept or sent; what is under way ends. */
  readonly disconnect: () => void;
  /** Keeps events back, e.g. to deliver them in another order; works without a connection too. */
  readonly hold: () => void;
  /** The deliveries kept back; they are handed over and no longer kept. */
  readonly takeHeld: () => readonly Delivery[];
  /** Ends `hold`; what was kept back is sent in order. */
  readonly release: () => void;
  /** Whether the App's own writes come back as events (they do at GitHub). On from the start. */
  readonly echo: (on: boolean) => void;
  /** Sends a delivery now; with the same one again it is a duplicate. */
  readonly send: (delivery: Delivery) => Promise<Delivery>;
  /** Makes a delivery of any event and payload, and sends it. */
  readonly deliver: (event: string, payload: JsonObject, guid?: string) => Promise<Delivery>;
  /** What `deliver` would send. */
  readonly prepare: (event: string, payload: JsonObject, guid?: string) => Delivery;
  /** As GitHub's button *Redeliver*: the same text and GUID under a new id. */
  readonly redeliver: (id: number) => Promise<Delivery>;
  /** All that were sent, oldest first. */
  readonly sent: readonly Delivery[];
  /** Resolves when nothing waits and nothing is under way. */
  readonly settled: () => Promise<void>;
}

export function createWebhooks(world: World): Webhooks {
  let connection: WebhookConnection | null = null;
  let holding = false;
  let echo = true;
  let held: Delivery[] = [];
  const waiters: (() => void)[] = [];
  const waiting: Delivery[] = [];
  const sent: Delivery[] = [];
  let underWay = 0;

  world.emit = (event: WorldEvent) => {
    if (connection === null && !holding) return;
    if (!echo && event.sender.id === world.app.bot.id) return;
    if (!isSubscribed(world, event)) return;
    const delivery = prepare(event.name, event.payload());
    if (holding) held.push(delivery);
    else enqueue(delivery);
  };

  function prepare(event: string, payload: JsonObject, guid?: string): Delivery {
    return {
      id: world.ids.next('delivery'),
      guid: guid ?? world.ids.guid(),
      event,
      action: typeof payload.action === 'string' ? payload.action : null,
      text: JSON.stringify(payload),
      installationId: idOf(payload.installation),
      repositoryId: idOf(payload.repository),
      deliveredAt: timeOf(world),
      redelivery: false,
      statusCode: 0,
      status: 'pending',
      answer: '',
    };
  }

  function enqueue(delivery: Delivery): void {
    waiting.push(delivery);
    pump();
  }

  function pump(): void {
    while (connection !== null && waiting.length > 0 && underWay < (connection.concurrency ?? 1)) {
      const next = waiting.shift();
      if (next !== undefined) void send(next);
    }
  }

  async function send(delivery: Delivery): Promise<Delivery> {
    if (connection === null) throw new Error('No webhook address: call webhooks.connect({url, secret}) first');
    underWay += 1;
    const target: WebhookTarget = { url: connection.url, secret: connection.secret, appId: world.app.id };
    const outcome = await sendDelivery(target, delivery);
    sent.push(outcome);
    underWay -= 1;
    pump();
    if (underWay === 0 && waiting.length === 0) {
      wakeAll();
    }
    return outcome;
  }

  function wakeAll(): void {
    for (const wake of waiters.splice(0)) wake();
  }

  async function redeliver(id: number): Promise<Delivery> {
    const known = sent.find((delivery) => delivery.id === id);
    if (known === undefined) throw new Error(`No delivery ${id}`);
    return send({ ...known, id: world.ids.next('delivery'), redelivery: true, deliveredAt: timeOf(world) });
  }

  return {
    connect: (next) => {
      connection = next;
      pump();
    },
    disconnect: () => {
      connection = null;
      waiting.length = 0;
      if (underWay === 0) wakeAll();
    },
    hold: () => {
      holding = true;
    },
    takeHeld: () => {
      const taken = held;
      held = [];
      return taken;
    },
    release: () => {
      holding = false;
      for (const delivery of held.splice(0)) enqueue(delivery);
    },
    echo: (on) => {
      echo = on;
    },
    send,
    deliver: (event, payload, guid) => send(prepare(event, payload, guid)),
    prepare,
    redeliver,
    sent,
    settled: () =>
      underWay === 0 && waiting.length === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve)),
  };
}

/** GitHub tells an App what it subscribed to, where it is installed; of its installations it tells in any case. */
function isSubscribed(world: World, { name, repository }: WorldEvent): boolean {
  if (repository === null) return true;
  // Nothing is heard of merge groups without this permission, whatever the subscriptions say.
  if (name === 'merge_group' && world.app.permissions.merge_queues === undefined) return false;
  const installation = installationOf(world, repository);
  return world.app.events.includes(name) && installation !== null && !installation.suspended;
}

function idOf(value: unknown): number | null {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number' ? value.id : null;
}
