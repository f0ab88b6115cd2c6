import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { IntakeKind } from '../domain/incident/intake-source.ts';

export interface SignedMessage {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Any of them will do, so that a secret can be rotated without losing what is under way. */
  readonly secrets: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** `missing`, `wrong` and `stale` come with the header in question. */
export type Verification = { readonly valid: true } | { readonly valid: false; readonly why: string };

/** How far a signed timestamp may be from our clock. */
export const TOLERANCE_MS = 5 * 60 * 1000;
/** A header of a thousand signatures is an attack on our time. */
const MOST_SIGNATURES = 10;

/** Each program's own header, as its documentation says; what is compared takes the same time, right or wrong. */
const VERIFIERS: Readonly<Record<IntakeKind, (message: SignedMessage) => Verification>> = {
  pagerduty: (message) => {
    const name = 'X-PagerDuty-Signature';
    const given = signaturesIn(header(message, name));
    return judge(message, name, given, [message.body]);
  },
  sentry: (message) => {
    const name = 'Sentry-Hook-Signature';
    const given = header(message, name);
    return judge(message, name, given === null ? [] : [given], [message.body]);
  },
  grafana: (message) => {
    const name = 'X-Grafana-Alerting-Signature';
    const given = header(message, name);
    const stamp = header(message, 'X-Grafana-Alerting-Timestamp');
    if (stamp === null)
      return refuse('the header X-Grafana-Alerting-Timestamp is missing: name it in the contact point');
    const stale = staleness(stamp, message.now, 'X-Grafana-Alerting-Timestamp');
    return stale ?? judge(message, name, given === null ? [] : [given], [`${stamp}:`, message.body]);
  },
  generic: (message) => {
    const name = 'X-Hiyari-Signature';
    const text = header(message, name);
    const stamp = /(?:^|,)\s*t=(\d{1,15})\s*(?:,|$)/.exec(text ?? '')?.[1];
    if (text !== null && stamp === undefined) return refuse(`the header ${name} has no t=<seconds since 1970>`);
    const stale = stamp === undefined ? null : staleness(stamp, message.now, name);
    return stale ?? judge(message, name, signaturesIn(text), [`${stamp}.`, message.body]);
  },
};

export function verifyMessage(kind: IntakeKind, message: SignedMessage): Verification {
  return VERIFIERS[kind](message);
}

/** Those of version 1 in a list such as `v1=abc,v1=def`. */
function signaturesIn(text: string | null): readonly string[] {
  return (text ?? '')
    .slice(0, 4_000)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part.startsWith('v1='))
    .slice(0, MOST_SIGNATURES)
    .map((part) => part.slice(3));
}

function judge(
  { secrets }: SignedMessage,
  name: string,
  given: readonly string[],
  signed: readonly (string | Buffer)[],
): Verification {
  if (given.length === 0) return refuse(`the header ${name} is missing or has no signature of a known version`);
  for (const secret of secrets) {
    const hmac = createHmac('sha256', secret);
    for (const part of signed) hmac.update(part);
    const expected = hmac.digest();
    if (given.some((hex) => equals(hex, expected))) return { valid: true };
  }
  return refuse(`the header ${name} does not fit the body and the secret`);
}

function equals(hex: string, expected: Buffer): boolean {
  const bytes = /^[0-9a-f]{64}$/i.test(hex) ? Buffer.from(hex, 'hex') : Buffer.alloc(0);
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}

function staleness(stamp: string, now: number, name: string): Verification | null {
  const number = /^\d{1,15}$/.test(stamp) ? Number(stamp) : Number.NaN;
  // Seconds; whoever sends milliseconds is understood.
  const at = number > 1e11 ? number : number * 1000;
  if (Math.abs(at - now) <= TOLERANCE_MS) return null;
  return refuse(
    `the time in the header ${name} is more than 5 minutes from this server's clock: send again, signed anew`,
  );
}

function header({ headers }: SignedMessage, name: string): string | null {
  const value = headers[name.toLowerCase()];
  return typeof value === 'string' && value !== '' ? value : null;
}

function refuse(why: string): Verification {
  return { valid: false, why };
}
