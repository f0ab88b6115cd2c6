import type { DayRange } from '../improvement/day.ts';
import type { RepositoryRecord } from '../record/repository-record.ts';
import { compareProjects, type ProjectIncident } from './compare-projects.ts';
import { followTrend } from './follow-trend.ts';
import { BUDGET_DAYS, measureExpectations } from './measure-expectations.ts';
import type { Project } from './project.ts';
import type { ProjectAnalysis } from './project-analysis.ts';

/**
 * Kinds × causes × projects over a period: what each project drives, and what it does not. All projects at once, so
 * that p values are corrected for all that was asked. Its cost grows with cells and incidents, not with changes.
 */
export function analyzeProjects(
  record: RepositoryRecord,
  projects: readonly Project[],
  period: DayRange,
): readonly ProjectAnalysis[] {
  const within = (day: number) => day >= period.from && day < period.to;
  const changes = record.cells
    .filter(({ day }) => within(day))
    .map((cell) => ({ projects: cell.traits.projects, changes: cell.changes }));
  const incidents = record.incidents
    .filter(({ observed }) => within(observed.startedAt))
    .map(({ incident, observed, causedBy, projects: of }): ProjectIncident => {
      // A project that the incident itself names is as good as a cause in that project.
      const known = causedBy !== null || of.length > 0;
      return { kind: observed.kind, causes: incident.causes, projects: known ? of : null };
    });
  const ids = projects.map(({ id }) => id);
  const compared = new Map(compareProjects(ids, changes, incidents).map((one) => [one.project, one]));
  const allChanges = changes.reduce((sum, cell) => sum + cell.changes, 0);
  const unlinked = incidents.filter((incident) => incident.projects === null).length;
  const budget = { from: period.to - BUDGET_DAYS, to: period.to };
  return projects.flatMap((project) => {
    const comparison = compared.get(project.id);
    if (comparison === undefined) return [];
    return [
      {
        ...comparison,
        title: project.title,
        stopTheLine: project.stopTheLine,
        period,
        allChanges,
        unlinked,
        trend: followTrend(record, project.id, period),
        expectations: measureExpectations(record, project, budget),
      },
    ];
  });
}
