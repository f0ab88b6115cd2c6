import type { Config } from '../config/config.ts';
import { estimateCounted } from '../domain/improvement/estimate-action.ts';
import type { Project } from '../domain/project/project.ts';
import type { RecordedIncident } from '../domain/record/repository-record.ts';
import { toEvidence } from '../domain/record/to-evidence.ts';
import { buildReport } from '../domain/report/build-report.ts';
import type { Report } from '../domain/report/report.ts';
import type { ReportPeriod } from '../domain/report/report-period.ts';
import { scopeRecord } from '../domain/report/scope-record.ts';
import type { Clock } from '../ports/clock.ts';
import type { InstalledRepository, Store } from '../ports/store.ts';
import { isoNow } from './deps.ts';
import { fullName } from '../domain/pull-request/full-name.ts';
import { fixRegisteredActions } from './fix-registered-actions.ts';
import { loadActions } from './load-actions.ts';
import { type LoadRecordDeps, loadRecord } from './load-record.ts';

export interface GatherReportDeps {
  readonly store: LoadRecordDeps['store'] & Pick<Store, 'actions' | 'backfills' | 'windows'>;
  readonly clock: Clock;
}

export interface ReportRequest {
  readonly repository: InstalledRepository;
  readonly config: Config;
  readonly project: Project | null;
  readonly period: ReportPeriod;
  /** `readers`: whoever may read the repository; `local`: whoever has the database. */
  readonly audience: 'readers' | 'local';
}

/** The report of a repository or project over a period, from what is stored. What came after the period is not in it. */
export async function gatherReport(deps: GatherReportDeps, request: ReportRequest): Promise<Report> {
  const { repository, config, project, period, audience } = request;
  const end = `${period.to}T00:00:00Z`;
  const now = isoNow(deps.clock);
  const at = now < end ? now : end;
  const record = await loadRecord(deps, repository, config, at);
  await fixRegisteredActions(deps, repository, config);
  const { actions, rewritten } = await loadActions(deps.store, repository.id, config);
  const windows = await deps.store.windows.inPeriod(repository.id, {
    from: Date.parse(period.from),
    to: Date.parse(at),
  });
  return buildReport({
    repository: fullName(repository),
    project,
    period,
    record,
    estimates: estimateCounted(toEvidence(scopeRecord(record, project?.id ?? null, period.to), actions)),
    rewritten,
    projects: config.projects,
    windows,
    maySee: (incident) => audience === 'local' || repository.private || isToldHere(incident, repository),
  });
}

/** What another place says may be for fewer readers than a public repository has. */
function isToldHere({ incident }: RecordedIncident, { id }: InstalledRepository): boolean {
  const { source, externalId, repositoryId } = incident;
  if (source === 'postmortem') return repositoryId === id;
  return (source === 'issue' || source === 'revert') && externalId.startsWith(`${id}#`);
}
