import type { ImprovementAction } from '../domain/improvement/improvement-action.ts';
import type { IncidentSources } from '../domain/incident/incident-sources.ts';
import type { Locale } from '../domain/locale.ts';
import type { MonitoringPolicy } from '../domain/monitoring/monitoring-policy.ts';
import type { Project } from '../domain/project/project.ts';
import type { ReportSchedule } from '../domain/report/report-schedule.ts';
import type { RiskRule } from '../domain/risk/risk-rule.ts';
import type { ExemptionPolicy, Mode, StatementPolicy } from '../domain/statement/statement-policy.ts';

/** What a repository has configured, defaults filled in. */
export interface Config {
  /** The language in which the app writes. */
  readonly locale: Locale;
  readonly mode: Mode;
  readonly statement: StatementPolicy;
  readonly rules: readonly RiskRule[];
  readonly exempt: ExemptionPolicy;
  readonly projects: readonly Project[];
  readonly incidents: IncidentSources;
  readonly monitoring: MonitoringPolicy;
  readonly actions: readonly ImprovementAction[];
  /** Absent: no report is published by itself. */
  readonly report?: ReportSchedule;
}
