import type { IncidentReport } from '../domain/incident/incident.ts';
import { attributionJob } from './attribution-job.ts';
import { findRepositoryOfService, type ServiceDeps } from './find-repository-of-service.ts';
import type { RecordIncidentsPayload } from './jobs.ts';

/** Keeps what programs report. A telling that no longer says when it was over does not undo an earlier one that did. */
export async function recordIncidents(deps: ServiceDeps, payloads: readonly RecordIncidentsPayload[]): Promise<void> {
  for (const { reports, boundTo = [] } of payloads) {
    for (const report of reports) await recordOne(deps, report, boundTo);
  }
}

async function recordOne(deps: ServiceDeps, told: IncidentReport, boundTo: readonly number[]): Promise<void> {
  const known = await deps.store.incidents.find(told);
  const whole = known === null ? told : completed(told, known);
  const report = whole.repositoryId === null ? await placed(deps, whole, boundTo) : whole;
  const taken = await deps.store.transaction(async (session) => {
    await session.outbox.enqueue([attributionJob(report)]);
    return session.incidents.report(report);
  });
  const { installationId, source, externalId, state, repositoryId } = report;
  deps.log.info({ installationId, source, externalId, state, repositoryId, taken }, 'incident recorded');
}

/** A program knows services, not repositories: where its door is bound to several, the configurations say whose it is. */
async function placed(deps: ServiceDeps, report: IncidentReport, boundTo: readonly number[]): Promise<IncidentReport> {
  const repository = await findRepositoryOfService(deps, report.installationId, boundTo, report.services);
  if (repository !== null) return { ...report, repositoryId: repository.id };
  return { ...report, findings: [...report.findings, { code: 'no-repository', services: report.services }] };
}

/** A program names paths in one message and not in the next; of the moments, the first telling of a start counts. */
function completed(report: IncidentReport, known: IncidentReport): IncidentReport {
  return {
    ...report,
    repositoryId: report.repositoryId ?? known.repositoryId,
    startedAt: earliest(report.startedAt, known.startedAt),
    resolvedAt: report.state === 'resolved' ? (report.resolvedAt ?? known.resolvedAt) : null,
    body: report.body === '' ? known.body : report.body,
    services: report.services.length === 0 ? known.services : report.services,
    paths: report.paths.length === 0 ? known.paths : report.paths,
  };
}

function earliest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
