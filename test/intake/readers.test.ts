import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IntakeReading } from '../../src/intake/intake-reading.ts';
import { readGeneric } from '../../src/intake/read-generic.ts';
import { readGrafana } from '../../src/intake/read-grafana.ts';
import { readPagerDuty } from '../../src/intake/read-pagerduty.ts';
import { readSentry } from '../../src/intake/read-sentry.ts';
import {
  genericMessage,
  grafanaMessage,
  pagerDutyMessage,
  pagerDutyNote,
  sentryEvent,
  sentryIssue,
  sentryMetricAlert,
} from './messages.ts';

const context = { now: Date.parse('2026-09-02T00:00:00Z') };

function reportOf(reading: IntakeReading) {
  if (!('reports' in reading)) throw new Error(JSON.stringify(reading));
  return reading.reports[0];
}

describe('PagerDuty', () => {
  it.each([
    'incident.triggered',
    'incident.acknowledged',
    'incident.unacknowledged',
    'incident.escalated',
    'incident.delegated',
    'incident.reassigned',
    'incident.reopened',
    'incident.priority_updated',
    'incident.service_updated',
    'incident.incident_type.changed',
  ])('%s tells the incident', (type) => {
    expect(reportOf(readPagerDuty(pagerDutyMessage(type), context))).toMatchObject({
      externalId: 'PGR0VU2',
      reportedAt: '2026-09-01T01:20:30Z',
      facts: {
        kind: 'incident',
        severity: 'critical',
        state: 'open',
        title: 'Checkout answers 500',
        startedAt: '2026-09-01T01:20:00Z',
        services: ['billing'],
        url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
      },
    });
  });

  it('resolved when it says so; without a priority, the urgency counts', () => {
    const message = pagerDutyMessage(
      'incident.resolved',
      { status: 'resolved', priority: null },
      '2026-09-01T02:00:00Z',
    );
    expect(reportOf(readPagerDuty(message, context))?.facts).toMatchObject({
      state: 'resolved',
      resolvedAt: '2026-09-01T02:00:00Z',
      severity: 'high',
    });
  });

  it.each([
    ['a note', pagerDutyNote(), 'ignored'],
    [
      'a test of the subscription',
      { event: { event_type: 'pagey.ping', occurred_at: 'x', data: { type: 'ping' } } },
      'ignored',
    ],
    ['no message of PagerDuty', { messages: [] }, 'malformed'],
    ['an incident without a title', pagerDutyMessage('incident.triggered', { title: null }), 'malformed'],
  ])('%s is %s', (_, message, outcome) => {
    expect(readPagerDuty(message, context)).toHaveProperty(outcome);
  });
});

describe('Sentry', () => {
  it('an issue, until it is resolved; what kind it is, people say', () => {
    expect(reportOf(readSentry(sentryIssue(), context))).toMatchObject({
      externalId: 'issue:1170820242',
      facts: { kind: null, severity: 'high', state: 'open', startedAt: '2026-09-01T01:20:00Z', services: ['shop'] },
    });
    expect(reportOf(readSentry(sentryIssue('resolved', { status: 'resolved' }), context))?.facts).toMatchObject({
      state: 'resolved',
      resolvedAt: '2026-09-02T00:00:00Z',
    });
  });

  it('an alert of an event is the same incident, with the paths of its own frames', () => {
    const report = reportOf(readSentry(sentryEvent(5_000), context));
    expect(report).toMatchObject({ externalId: 'issue:1170820242', facts: { severity: 'critical' } });
    expect(report?.facts.paths[0]).toBe('app/billing/charge.ts');
    expect(report?.facts.paths[1]).toBe('app/billing/step4999.ts');
    expect(report?.facts.paths.length).toBeLessThanOrEqual(200);
  });

  it('a metric alert', () => {
    expect(reportOf(readSentry(sentryMetricAlert('resolved'), context))).toMatchObject({
      externalId: 'metric:42',
      facts: {
        kind: 'incident',
        state: 'resolved',
        startedAt: '2026-09-01T01:20:00Z',
        detectedAt: '2026-09-01T01:21:00Z',
        resolvedAt: '2026-09-01T02:00:00Z',
      },
    });
  });

  it('other resources are ignored', () => {
    expect(readSentry({ action: 'created', data: { installation: {} } }, context)).toHaveProperty('ignored');
  });
});

describe('Grafana', () => {
  it('each firing of an alert is one incident, from its start to its end', () => {
    const firing = reportOf(readGrafana(grafanaMessage(), context));
    const resolved = reportOf(readGrafana(grafanaMessage('resolved'), context));
    expect(firing).toMatchObject({
      externalId: '57c6d9296de2ad39:2026-09-01T01:20:00Z',
      repository: null,
      facts: {
        title: 'Half of all searches fail',
        severity: 'critical',
        services: ['search'],
        state: 'open',
        resolvedAt: null,
      },
    });
    expect(resolved?.externalId).toBe(firing?.externalId);
    expect(resolved?.facts).toMatchObject({ state: 'resolved', resolvedAt: '2026-09-01T02:00:00Z' });
  });

  it('a label may name the repository', () => {
    expect(reportOf(readGrafana(grafanaMessage('firing', { repository: 'acme/shop' }), context))?.repository).toBe(
      'acme/shop',
    );
  });
});

describe('the generic form', () => {
  it('one incident, or a list', () => {
    expect(reportOf(readGeneric(genericMessage({ updatedAt: '2026-09-01T05:00:00Z' }), context))).toMatchObject({
      externalId: 'OPS-17',
      repository: 'acme/shop',
      reportedAt: '2026-09-01T05:00:00Z',
      facts: { kind: 'inquiry', severity: 'low', services: ['exports'] },
    });
    const list = readGeneric({ incidents: [genericMessage(), genericMessage({ id: 'OPS-18' })] }, context);
    expect('reports' in list && list.reports.map(({ externalId }) => externalId)).toEqual(['OPS-17', 'OPS-18']);
  });

  it.each([
    [genericMessage({ id: undefined }), 'id is missing'],
    [genericMessage({ title: '' }), 'title is missing'],
    [genericMessage({ services: [{}] }), 'services must be'],
    [{ incidents: [genericMessage(), {}] }, 'incidents.1: it says nothing'],
    [{ incidents: [] }, 'incidents: '],
    [[1], 'the body'],
  ])('%j is told', (message, words) => {
    expect(readGeneric(message, context)).toEqual({ malformed: expect.stringContaining(words) });
  });
});

it('no reader throws, whatever it is given', () => {
  const readers = [readPagerDuty, readSentry, readGrafana, readGeneric];
  const shapes = [pagerDutyMessage(), sentryIssue(), sentryEvent(2), grafanaMessage(), genericMessage()];
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...readers), fc.nat(4), fc.string(), (value, read, at, key) => {
      read(value, context);
      read({ ...shapes[at], [key]: value, data: value, event: value, alerts: [value] }, context);
    }),
    { seed: 8, numRuns: 300 },
  );
});
