import type { Store } from '../../src/ports/store.ts';
import type { ManualTime } from '../support/manual-time.ts';

/** A database under test. Each test takes a repository id of its own, so that one database serves them all. */
export interface StoreHarness {
  readonly store: Store;
  readonly time: ManualTime;
  /** Runs a statement past the store, to damage a row or to look at one. */
  readonly sql: (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** As `sql` names a table. */
  readonly table: (name: string) => string;
  readonly close: () => Promise<void>;
}
