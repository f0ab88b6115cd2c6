import { z } from 'zod';
import { buildFacts } from '../domain/incident/build-facts.ts';
import type { IncidentField } from '../domain/incident/incident-field.ts';
import { isoMoment } from '../domain/incident/read-moment.ts';
import { readMessage, type IntakeReader, type IntakeReport } from './intake-reading.ts';

const words = z.record(z.string(), z.string()).nullish();
const alertJson = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: words,
  annotations: words,
  startsAt: z.string(),
  endsAt: z.string().nullish(),
  generatorURL: z.string().nullish(),
  fingerprint: z.string(),
});
const messageJson = z.object({ alerts: z.array(alertJson).max(1_000) });

/** What Grafana writes for an alert that has not ended. */
const NOT_ENDED = /^0001-/;

/** Grafana Alerting's webhooks (and Alertmanager's, which have the same form). Each firing of an alert is one incident. */
export const readGrafana: IntakeReader = (payload, context) =>
  readMessage(messageJson, payload, ({ alerts }) => {
    const reports = alerts.map((alert): IntakeReport => {
      const labels = alert.labels ?? {};
      const notes = alert.annotations ?? {};
      const ended = alert.status === 'resolved' && !NOT_ENDED.test(alert.endsAt ?? '') ? alert.endsAt : null;
      const said: readonly (readonly [IncidentField, string | null | undefined])[] = [
        ['severity', labels.severity ?? labels.priority],
        ['services', labels.service ?? labels.app ?? labels.job],
        ['startedAt', alert.startsAt],
        ['resolvedAt', ended],
      ];
      const facts = buildFacts(
        new Map(said.flatMap(([field, text]) => (text ? [[field, text] as const] : []))),
        {
          title: notes.summary ?? labels.alertname ?? 'Grafana alert',
          body: notes.description ?? notes.message ?? '',
          url: alert.generatorURL ?? null,
          state: alert.status === 'resolved' ? 'resolved' : 'open',
          kind: 'incident',
          detectedBy: 'Grafana',
        },
        context,
      );
      return {
        externalId: `${alert.fingerprint}:${facts.startedAt ?? alert.startsAt}`.slice(0, 200),
        facts,
        repository: labels.repository ?? null,
        reportedAt: isoMoment(context.now) ?? '',
      };
    });
    return reports.length === 0 ? { ignored: 'it has no alerts' } : { reports };
  });
