import type { DayRange } from '../improvement/day.ts';
import type { RateRatio } from '../stats/rate-ratio.ts';
import type { ProjectComparison } from './compare-projects.ts';
import type { MeasuredExpectation } from './measure-expectations.ts';
import type { Project } from './project.ts';

/** A stretch of days: changes merged in it, regressions and incidents begun in it, of the project and of the rest. */
export interface TrendPeriod extends DayRange {
  readonly changes: number;
  readonly incidents: number;
  readonly nearMisses: number;
  readonly restChanges: number;
  readonly restIncidents: number;
}

export interface ProjectTrend {
  /** Whole stretches that end with the period, oldest first. */
  readonly weeks: readonly TrendPeriod[];
  readonly fourWeeks: readonly TrendPeriod[];
  /** The last 28 days against the 28 before them; `null` when the period is shorter than both. */
  readonly recent: RateRatio | null;
}

/** What a project did, against the rest of its repository: the first step of a postmortem of a project. */
export interface ProjectAnalysis extends ProjectComparison {
  readonly title: string;
  readonly stopTheLine: Project['stopTheLine'];
  readonly period: DayRange;
  /** All changes merged in the period. */
  readonly allChanges: number;
  /** Incidents of the period that no change is known to have caused: they count for nobody. */
  readonly unlinked: number;
  readonly trend: ProjectTrend;
  /** Over the 28 days that end with the period. */
  readonly expectations: readonly MeasuredExpectation[];
}
