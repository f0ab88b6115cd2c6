import type { Incident, IncidentReport } from './incident.ts';
import type { IncidentJudgement } from './incident-judgement.ts';

/** A report and what people said of it become the incident that everything else reads. */
export function settleIncident(report: IncidentReport, judgements: readonly IncidentJudgement[]): Incident {
  const kind = judgements.find((one) => one.fact === 'kind')?.kind ?? report.kind;
  const causes = judgements.find((one) => one.fact === 'causes')?.causes ?? report.causes;
  const noChange = judgements.some(({ fact }) => fact === 'no-change');
  return { ...report, kind, toldKind: report.kind, causes, judgements, noChange };
}
