import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Acceptance } from '../ports/inbox.ts';
import type { Log } from '../ports/log.ts';
import { type AcceptDeps, acceptDelivery } from './accept-delivery.ts';
import { type BodyBudget, createBodyBudget, MAX_BODY_BYTES, readBody } from '../payload/read-body.ts';
import type { VerifySignature } from './verify-signature.ts';

export const WEBHOOK_PATH = '/api/github/webhooks';

/** How a request to the door ended, for counting. */
export const WEBHOOK_OUTCOMES = ['accepted', 'ignored', 'duplicate', 'refused', 'failed'] as const;
export type WebhookOutcome = (typeof WEBHOOK_OUTCOMES)[number];

export interface WebhookDeps extends AcceptDeps {
  readonly verify: VerifySignature;
  readonly count: (outcome: WebhookOutcome) => void;
}

interface Answer {
  readonly status: number;
  readonly message: string;
  readonly outcome: WebhookOutcome;
  readonly headers?: Readonly<Record<string, string>>;
}

const EVENT_NAME = /^[a-z_]{1,64}$/;
const DELIVERY_ID = /^[\w-]{1,100}$/;
const JSON_TYPE = /^application\/json\s*(;|$)/i;

/**
 * The webhooks' door: checks the signature, stores the delivery durably, answers 202, and does nothing else, because
 * GitHub waits ten seconds and no longer. Anything but a 2xx makes GitHub show the delivery as failed.
 */
export function createWebhookHandler(
  deps: WebhookDeps,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const budget = createBodyBudget();
  return async (request, response) => {
    const answer = await receive(deps, request, budget);
    deps.count(answer.outcome);
    if (response.destroyed) return;
    // A body that was not read to its end would be taken for the next request.
    const close = request.complete ? {} : { connection: 'close' };
    const text = `${JSON.stringify({ message: answer.message })}\n`;
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      ...close,
      ...answer.headers,
    });
    response.end(text);
  };
}

async function receive(deps: WebhookDeps, request: IncomingMessage, budget: BodyBudget): Promise<Answer> {
  const { 'x-github-event': event, 'x-github-delivery': id, 'x-hub-signature-256': signature } = request.headers;
  if (request.method !== 'POST') {
    return { ...refuse(405, 'webhooks are sent by POST'), headers: { allow: 'POST' } };
  }
  if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) {
    return refuse(415, 'the content type must be application/json: choose it in the settings of the webhook');
  }
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    return refuse(415, 'the body must not be compressed');
  }
  if (typeof event !== 'string' || !EVENT_NAME.test(event)) {
    return refuse(400, 'the header X-GitHub-Event is missing or not the name of an event');
  }
  if (typeof id !== 'string' || !DELIVERY_ID.test(id)) {
    return refuse(400, 'the header X-GitHub-Delivery is missing or not the id of a delivery');
  }
  if (typeof signature !== 'string' || signature === '') {
    return refuse(401, 'the header X-Hub-Signature-256 is missing: set a secret in the settings of the webhook');
  }
  const read = await readBody(request, MAX_BODY_BYTES, budget);
  return 'refused' in read ? refuseBody(read.refused) : storeSigned(deps, read.bytes, { event, id, signature });
}

function refuseBody(because: 'too-large' | 'aborted' | 'busy'): Answer {
  if (because === 'aborted') return refuse(400, 'the body broke off');
  if (because === 'too-large') return refuse(413, `the body is larger than ${MAX_BODY_BYTES} bytes`);
  return { ...refuse(503, 'too much is being received at once; redeliver it'), headers: { 'retry-after': '5' } };
}

async function storeSigned(
  deps: WebhookDeps,
  body: Buffer,
  headers: { readonly event: string; readonly id: string; readonly signature: string },
): Promise<Answer> {
  try {
    const accepting = acceptBody(deps, body, headers);
    if ('status' in accepting) return accepting;
    const acceptance = await accepting;
    return { status: 202, message: acceptance, outcome: acceptance };
  } catch (error) {
    deps.log.error({ deliveryId: headers.id, event: headers.event, err: error }, 'delivery could not be stored');
    return { status: 503, message: 'the delivery could not be stored; redeliver it', outcome: 'failed' };
  }
}

/** Not async, for the reason that `acceptDelivery` gives. */
function acceptBody(
  deps: WebhookDeps,
  body: Buffer,
  { id, event, signature }: { readonly event: string; readonly id: string; readonly signature: string },
): Answer | Promise<Acceptance> {
  const facts = { deliveryId: id, event };
  if (!deps.verify(body, signature)) {
    deps.log.warn(facts, 'delivery with a wrong signature refused');
    return refuse(401, 'the signature does not fit the body and the secret');
  }
  const payload = parseJson(body.toString('utf8'), deps.log, facts);
  if (payload === undefined) return refuse(400, 'the body is not a JSON object');
  return acceptDelivery(deps, { id, event, payload });
}

function refuse(status: number, message: string): Answer {
  return { status, message, outcome: 'refused' };
}

function parseJson(text: string, log: Log, facts: Readonly<Record<string, unknown>>): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    log.warn(facts, 'delivery with a good signature is not a JSON object');
  } catch {
    // The parser's message would quote the body.
    log.warn({ ...facts, bytes: text.length }, 'delivery with a good signature is not JSON');
  }
  return undefined;
}
