import { notFound } from '../server/github-problem.ts';
import { ok, type Route, type RouteRequest } from '../server/route.ts';
import type { JsonObject } from '../state/json.ts';
import type { Webhooks } from '../webhooks/create-webhooks.ts';
import type { Delivery } from '../webhooks/delivery.ts';

/** The App's webhook deliveries: listed newest first, paged by cursor, and sent again on demand. */
export function hookDeliveryRoutes(webhooks: Webhooks): readonly Route[] {
  const find = ({ params }: RouteRequest): Delivery => {
    const delivery = webhooks.sent.find(({ id }) => id === Number(params.delivery_id));
    if (delivery === undefined) throw notFound();
    return delivery;
  };
  return [
    {
      method: 'GET',
      template: '/app/hook/deliveries',
      operationId: 'apps/list-webhook-deliveries',
      access: 'app',
      handle: (request) => listDeliveries(request, webhooks.sent),
    },
    {
      method: 'GET',
      template: '/app/hook/deliveries/{delivery_id}',
      operationId: 'apps/get-webhook-delivery',
      access: 'app',
      handle: (request) => ok(viewWholeDelivery(find(request))),
    },
    {
      method: 'POST',
      template: '/app/hook/deliveries/{delivery_id}/attempts',
      operationId: 'apps/redeliver-webhook-delivery',
      access: 'app',
      handle: (request) => {
        // GitHub answers before it delivers.
        void webhooks.redeliver(find(request).id);
        return { status: 202, body: {} };
      },
    },
  ];
}

/** `cursor` is the id of the last delivery seen; GitHub hides what it is, clients only pass it on. */
function listDeliveries(request: RouteRequest, sent: readonly Delivery[]) {
  const { query } = request;
  const size = Math.min(Number(query.get('per_page') ?? 30) || 30, 100);
  const cursor = query.get('cursor');
  const status = query.get('status');
  const all = sent
    .filter((delivery) => status === null || (status === 'success') === isSuccess(delivery))
    .toSorted((a, b) => b.id - a.id);
  const from = cursor === null ? 0 : all.findIndex((delivery) => delivery.id < Number(cursor));
  const items = from < 0 ? [] : all.slice(from, from + size);
  const more = from >= 0 && from + size < all.length;
  const next = new URLSearchParams(query);
  next.set('cursor', String(items.at(-1)?.id ?? 0));
  return {
    status: 200,
    body: items.map(viewDelivery),
    headers: more ? { link: `<${request.address}?${next.toString()}>; rel="next"` } : {},
  };
}

function isSuccess(delivery: Delivery): boolean {
  return delivery.statusCode >= 200 && delivery.statusCode < 400;
}

function viewDelivery(delivery: Delivery): JsonObject {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: 0.03,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}

function viewWholeDelivery(delivery: Delivery): JsonObject {
  return {
    ...viewDelivery(delivery),
    url: '',
    request: {
      headers: { 'X-GitHub-Delivery': delivery.guid, 'X-GitHub-Event': delivery.event },
      payload: JSON.parse(delivery.text),
    },
    response: { headers: {}, payload: delivery.answer },
  };
}
