import type { IncidentKind } from '../incident/incident-kind.ts';
import type { ActionArea } from '../improvement/improvement-action.ts';

/** The columns of the table that people fill in, in order. */
export const ACTION_COLUMNS = ['id', 'title', 'owner', 'targets', 'start', 'scope', 'control'] as const;
export type ActionColumn = (typeof ACTION_COLUMNS)[number];

/** A row with anything in it, as it was written. `line` counts the rows below the head from 1. */
export interface ActionRow {
  readonly line: number;
  readonly cells: Readonly<Record<ActionColumn, string>>;
  /** More cells than columns: a `|` that was not escaped. */
  readonly tooMany: boolean;
}

/** What somebody takes on to do, so that it can be measured. */
export interface PlannedAction {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly targets: readonly IncidentKind[];
  /** ISO 8601 day, UTC. */
  readonly start: string;
  /** `null`: everywhere. */
  readonly scope: ActionArea | null;
  /** `null`: none was named. */
  readonly control: ActionArea | null;
}

export type RowProblemCode =
  | 'too-many-cells'
  | 'missing'
  | 'too-long'
  | 'bad-id'
  | 'id-twice'
  | 'id-taken'
  | 'unknown-kind'
  | 'bad-date'
  | 'unknown-project'
  | 'unknown-service'
  | 'bad-path';

/** What is wrong in one cell; `got` is as it was written, `allowed` what would do. */
export interface RowProblem {
  readonly code: RowProblemCode;
  readonly column: ActionColumn | null;
  readonly got: string;
  readonly allowed: readonly string[];
}

/** A row as it was understood: an action, or why it is none. */
export type ReadRow =
  | { readonly line: number; readonly action: PlannedAction; readonly problems: readonly [] }
  | {
      readonly line: number;
      readonly id: string;
      readonly title: string;
      readonly action: null;
      readonly problems: readonly RowProblem[];
    };
