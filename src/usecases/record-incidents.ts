import type { IncidentReport } from '../domain/incident/incident.ts';
import { attributionJob } from './attribution-job.ts';
import type { AppDeps } from './deps.ts';
import type { RecordIncidentsPayload } from './jobs.ts';

/** Keeps what programs report. A telling that no longer says when it was over does not undo an earlier one that did. */
export async function recordIncidents(
  deps: Pick<AppDeps, 'store' | 'log'>,
  payloads: readonly RecordIncidentsPayload[],
): Promise<void> {
  for (const report of payloads.flatMap(({ reports }) => reports)) {
    const known = await deps.store.incidents.find(report);
    const taken = await deps.store.transaction(async (session) => {
      await session.outbox.enqueue([attributionJob(report)]);
      return session.incidents.report(known === null ? report : completed(report, known));
    });
    const { installationId, source, externalId, state } = report;
    deps.log.info({ installationId, source, externalId, state, taken }, 'incident recorded');
  }
}

/** A program names paths in one message and not in the next; of the moments, the first telling of a start counts. */
function completed(report: IncidentReport, known: IncidentReport): IncidentReport {
  return {
    ...report,
    startedAt: earliest(report.startedAt, known.startedAt),
    resolvedAt: report.state === 'resolved' ? (report.resolvedAt ?? known.resolvedAt) : null,
    body: report.body === '' ? known.body : report.body,
    paths: report.paths.length === 0 ? known.paths : report.paths,
  };
}

function earliest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
