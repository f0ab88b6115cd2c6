import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyMessage } from '../../src/intake/verify-message.ts';

const now = 1_788_258_000_000;
const body = Buffer.from('{"a":1}');
const secrets = ['the secret of today', 'the secret of yesterday'];
const sign = (secret: string | undefined, ...parts: readonly string[]) => {
  const hmac = createHmac('sha256', secret ?? '');
  for (const part of [...parts, body]) hmac.update(part);
  return hmac.digest('hex');
};
const seconds = String(now / 1000);
const verify = (kind: Parameters<typeof verifyMessage>[0], headers: Record<string, string>) =>
  verifyMessage(kind, { headers, body, secrets, now });

describe('verifyMessage', () => {
  it.each([
    ['pagerduty', { 'x-pagerduty-signature': `v1=${sign(secrets[0])}` }],
    ['pagerduty', { 'x-pagerduty-signature': `v1=${'0'.repeat(64)},v1=${sign(secrets[1])}` }],
    ['sentry', { 'sentry-hook-signature': sign(secrets[0]) }],
    [
      'grafana',
      { 'x-grafana-alerting-timestamp': seconds, 'x-grafana-alerting-signature': sign(secrets[0], `${seconds}:`) },
    ],
    ['generic', { 'x-hiyari-signature': `t=${seconds},v1=${sign(secrets[0], `${seconds}.`)}` }],
    ['generic', { 'x-hiyari-signature': `t=${seconds}, v1=${'0'.repeat(64)}, v1=${sign(secrets[1], `${seconds}.`)}` }],
  ] as const)('%s with %j is genuine', (kind, headers) => {
    expect(verify(kind, headers)).toEqual({ valid: true });
  });

  const old = String(now / 1000 - 301);
  it.each([
    ['pagerduty', {}, 'X-PagerDuty-Signature is missing'],
    [
      'pagerduty',
      { 'x-pagerduty-signature': `v2=${sign(secrets[0])}` },
      'missing or has no signature of a known version',
    ],
    ['pagerduty', { 'x-pagerduty-signature': `v1=${sign('another')}` }, 'does not fit'],
    ['pagerduty', { 'x-pagerduty-signature': 'v1=zz' }, 'does not fit'],
    ['sentry', { 'sentry-hook-signature': `${sign(secrets[0])}00` }, 'does not fit'],
    ['grafana', { 'x-grafana-alerting-signature': sign(secrets[0]) }, 'X-Grafana-Alerting-Timestamp is missing'],
    [
      'grafana',
      { 'x-grafana-alerting-timestamp': old, 'x-grafana-alerting-signature': sign(secrets[0], `${old}:`) },
      'more than 5 minutes',
    ],
    // The time is signed: it cannot be made newer.
    [
      'grafana',
      { 'x-grafana-alerting-timestamp': seconds, 'x-grafana-alerting-signature': sign(secrets[0], `${old}:`) },
      'does not fit',
    ],
    ['generic', { 'x-hiyari-signature': `t=${old},v1=${sign(secrets[0], `${old}.`)}` }, 'more than 5 minutes'],
    ['generic', { 'x-hiyari-signature': `v1=${sign(secrets[0])}` }, 'has no t='],
    ['generic', { 'x-hiyari-signature': `t=${seconds},v1=${sign(secrets[0])}` }, 'does not fit'],
    ['generic', {}, 'X-Hiyari-Signature is missing'],
  ] as const)('%s with %j is refused', (kind, headers, why) => {
    expect(verify(kind, headers)).toEqual({ valid: false, why: expect.stringContaining(why) });
  });
});
