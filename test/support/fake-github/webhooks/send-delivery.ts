import { createHmac } from 'node:crypto';
import type { Delivery } from './delivery.ts';

export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
  /** The App's id, as `X-GitHub-Hook-Installation-Target-ID` tells it. */
  readonly appId: number;
}

/** GitHub waits ten seconds for an answer. */
const PATIENCE_MS = 10_000;

/** Posts a signed delivery; trouble on the way is an outcome, not an error. */
export async function sendDelivery(target: WebhookTarget, delivery: Delivery): Promise<Delivery> {
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'GitHub-Hookshot/standin',
        'x-github-delivery': delivery.guid,
        'x-github-event': delivery.event,
        'x-github-hook-id': '1',
        'x-github-hook-installation-target-id': String(target.appId),
        'x-github-hook-installation-target-type': 'integration',
        'x-hub-signature-256': signatureOf(target.secret, delivery.text),
      },
      body: delivery.text,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer = await response.text();
    const status = response.ok ? 'OK' : `Invalid HTTP Response: ${response.status}`;
    return { ...delivery, statusCode: response.status, status, answer };
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    const status = late ? 'timed out' : 'failed to connect to host';
    return { ...delivery, statusCode: late ? 504 : 502, status, answer: '' };
  }
}

function signatureOf(secret: string, text: string): string {
  return `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
}
