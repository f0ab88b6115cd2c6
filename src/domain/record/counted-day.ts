import type { RecordCells } from './build-cells.ts';
import type { NamedChange } from './repository-record.ts';

/** All that is counted of the changes merged on one day, and those of them that incidents name. */
export interface CountedDay extends RecordCells {
  /** Whole UTC days since 1970-01-01. */
  readonly day: number;
  /** By unit. */
  readonly named: readonly NamedChange[];
}
