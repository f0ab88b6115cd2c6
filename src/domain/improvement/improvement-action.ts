import type { IncidentKind } from '../incident/incident-kind.ts';
import type { CoverageMeasure } from './registered-action.ts';

/** A part of the repository: what any of these covers. Empty lists cover nothing. */
export interface ActionArea {
  /** Ordered globs. */
  readonly paths: readonly string[];
  readonly projects: readonly string[];
  readonly services: readonly string[];
}

/** Something a team does to have fewer incidents, registered so that its effect can be measured. */
export interface ImprovementAction {
  readonly id: string;
  readonly title: string;
  /** The day it was announced, ISO 8601 (`2026-08-01`), UTC. */
  readonly started: string;
  readonly targets: readonly IncidentKind[];
  /** What tells that it is in force: accepted statements, confirmed windows, or its announcement alone. */
  readonly coverage: CoverageMeasure;
  readonly owner?: string;
  /** Where it applies; absent: everywhere but in the control area. */
  readonly scope?: ActionArea;
  /** An area that it leaves alone, to compare with. */
  readonly control?: ActionArea;
}
