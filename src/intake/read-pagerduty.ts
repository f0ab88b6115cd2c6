import { z } from 'zod';
import { buildFacts } from '../domain/incident/build-facts.ts';
import type { IncidentField } from '../domain/incident/incident-field.ts';
import { isoMoment, readMoment } from '../domain/incident/read-moment.ts';
import { type IntakeReader, readMessage } from './intake-reading.ts';

const reference = z.object({ summary: z.string().nullish() }).nullish();

const incidentJson = z.object({
  id: z.string(),
  html_url: z.string().nullish(),
  status: z.enum(['triggered', 'acknowledged', 'resolved']),
  created_at: z.string(),
  resolved_at: z.string().nullish(),
  title: z.string(),
  description: z.string().nullish(),
  service: reference,
  priority: reference,
  urgency: z.string().nullish(),
});

const messageJson = z.object({
  event: z.object({
    event_type: z.string(),
    occurred_at: z.string(),
    data: z.object({ type: z.string().nullish() }).loose().nullish(),
  }),
});

/**
 * PagerDuty's webhooks, version 3. Every `incident.*` event whose data is the incident tells it anew; notes, status
 * updates and responders carry only its id and change nothing that is kept.
 */
export const readPagerDuty: IntakeReader = (payload, context) =>
  readMessage(messageJson, payload, ({ event }) => {
    const { event_type: type, occurred_at: occurredAt, data } = event;
    if (!type.startsWith('incident.')) return { ignored: `the event ${type} is not about an incident` };
    if (data?.type !== 'incident') return { ignored: `the event ${type} carries nothing of the incident that is kept` };
    return readMessage(incidentJson, data, (incident) => {
      const urgency = incident.urgency === 'low' ? 'low' : 'high';
      const resolvedAt = incident.resolved_at ?? (type === 'incident.resolved' ? occurredAt : null);
      const said: readonly (readonly [IncidentField, string | null | undefined])[] = [
        ['severity', incident.priority?.summary],
        ['services', incident.service?.summary],
        ['startedAt', incident.created_at],
        ['resolvedAt', incident.status === 'resolved' ? resolvedAt : null],
      ];
      const facts = buildFacts(
        new Map(said.flatMap(([field, text]) => (text ? [[field, text] as const] : []))),
        {
          title: incident.title,
          body: incident.description ?? '',
          url: incident.html_url ?? null,
          state: incident.status === 'resolved' ? 'resolved' : 'open',
          kind: 'incident',
          severity: urgency,
          detectedBy: 'PagerDuty',
        },
        context,
      );
      const reportedAt = isoMoment(readMoment(occurredAt)?.at ?? context.now) ?? '';
      return { reports: [{ externalId: incident.id, facts, repository: null, reportedAt }] };
    });
  });
