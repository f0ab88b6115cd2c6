import type { RecordCells } from '../record/build-cells.ts';
import type { Evidence } from './evidence.ts';
import type { MergedChange } from './merged-change.ts';

/** The same facts, counted: what changes have in common stands in cells, and only those that incidents name are told apart. */
export interface CountedEvidence extends Omit<Evidence, 'changes'> {
  readonly counts: RecordCells;
  /** By id. */
  readonly named: ReadonlyMap<string, MergedChange>;
  /** What was left out before it was counted. */
  readonly leftOut: { readonly duplicateChanges: number; readonly invalidTimes: number };
}
