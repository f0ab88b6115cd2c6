/** What each program sends, in the shape that its documentation gives; the words are ours. */

export function pagerDutyMessage(
  type = 'incident.triggered',
  incident: object = {},
  occurredAt = '2026-09-01T01:20:30Z',
) {
  return {
    event: {
      id: '01DVP6OFCEM77PIGRLJT5BNGPV',
      event_type: type,
      resource_type: 'incident',
      occurred_at: occurredAt,
      agent: { html_url: 'https://acme.pagerduty.com/users/PA1', id: 'PA1', summary: 'Mona', type: 'user_reference' },
      client: { name: 'PagerDuty' },
      data: {
        id: 'PGR0VU2',
        type: 'incident',
        self: 'https://api.pagerduty.com/incidents/PGR0VU2',
        html_url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
        number: 2126,
        status: 'triggered',
        incident_key: 'd3640fbd41094207a1c11e58e46b1662',
        created_at: '2026-09-01T01:20:00Z',
        title: 'Checkout answers 500',
        service: { id: 'PF9KMXH', summary: 'billing', type: 'service_reference' },
        assignees: [],
        escalation_policy: null,
        teams: [],
        priority: { id: 'PSO75BM', summary: 'P1', type: 'priority_reference' },
        urgency: 'high',
        conference_bridge: null,
        resolve_reason: null,
        ...incident,
      },
    },
  };
}

export function pagerDutyNote() {
  const message = pagerDutyMessage('incident.annotated');
  const data = { id: 'P1', type: 'incident_note', incident: { id: 'PGR0VU2' }, content: 'looking', trimmed: false };
  return { event: { ...message.event, data } };
}

export function sentryIssue(action = 'created', issue: object = {}) {
  return {
    action,
    installation: { uuid: '7a485448-a9e2-4c85-8a3c-4f44175783c9' },
    data: {
      issue: {
        id: '1170820242',
        shortId: 'SHOP-1F',
        title: 'TypeError: total is undefined',
        culprit: 'app/billing/charge.ts in charge',
        web_url: 'https://acme.sentry.io/issues/1170820242/',
        level: 'error',
        status: 'unresolved',
        firstSeen: '2026-09-01T01:20:00.000000Z',
        lastSeen: '2026-09-01T01:25:00.000000Z',
        project: { id: '1', name: 'shop', slug: 'shop', platform: 'node' },
        ...issue,
      },
    },
    actor: { type: 'application', id: 'sentry', name: 'Sentry' },
  };
}

export function sentryEvent(frames: number) {
  return {
    action: 'triggered',
    data: {
      event: {
        event_id: 'e4874d664c3540c1a32eab185f12c5ab',
        issue_id: '1170820242',
        title: 'TypeError: total is undefined',
        culprit: 'charge(app/billing/charge.ts)',
        web_url: 'https://acme.sentry.io/issues/1170820242/events/e4874d664c3540c1a32eab185f12c5ab/',
        level: 'fatal',
        datetime: '2026-09-01T01:20:00.000Z',
        exception: {
          values: [
            {
              stacktrace: {
                frames: [
                  { filename: 'node_modules/express/index.js', function: 'next', lineno: 1, in_app: false },
                  ...Array.from({ length: frames }, (_, at) => ({
                    filename: `app/billing/step${at}.ts`,
                    function: `step${at}`,
                    lineno: at,
                    in_app: true,
                  })),
                ],
              },
            },
          ],
        },
      },
      triggered_rule: 'Very important',
    },
  };
}

export function sentryMetricAlert(action = 'critical') {
  return {
    action,
    data: {
      metric_alert: {
        id: '42',
        alert_rule: { name: 'Too many errors' },
        date_started: '2026-09-01T01:20:00Z',
        date_detected: '2026-09-01T01:21:00Z',
        date_closed: action === 'resolved' ? '2026-09-01T02:00:00Z' : null,
      },
      description_title: 'Critical: Too many errors',
      description_text: '1000 events in the last 10 minutes',
      web_url: 'https://acme.sentry.io/alerts/42/',
    },
  };
}

export function grafanaMessage(status = 'firing', labels: object = {}) {
  return {
    receiver: 'hiyari',
    status,
    orgId: 1,
    alerts: [
      {
        status,
        labels: { alertname: 'HighErrorRate', severity: 'critical', service: 'search', ...labels },
        annotations: { summary: 'Half of all searches fail', description: 'See the dashboard.' },
        startsAt: '2026-09-01T01:20:00+00:00',
        endsAt: status === 'resolved' ? '2026-09-01T02:00:00+00:00' : '0001-01-01T00:00:00Z',
        generatorURL: 'https://grafana.acme.example/alerting/1/view',
        fingerprint: '57c6d9296de2ad39',
        values: { B: 22, C: 1 },
      },
    ],
    groupLabels: { alertname: 'HighErrorRate' },
    version: '1',
    groupKey: '{}:{alertname="HighErrorRate"}',
    title: '[FIRING:1]',
    state: 'alerting',
  };
}

export function genericMessage(changes: object = {}) {
  return {
    schema: 'hiyari.incident/1',
    id: 'OPS-17',
    title: 'Exports are late',
    kind: 'inquiry',
    severity: 'low',
    startedAt: '2026-09-01T01:20:00Z',
    services: ['exports'],
    repository: 'acme/shop',
    ...changes,
  };
}
