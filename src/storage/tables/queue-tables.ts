import type { Generated } from 'kysely';

/** Deliveries taken in and work to be done. */
export interface QueueTables {
  readonly jobs: JobsTable;
  readonly deliveries: DeliveriesTable;
}

/** A row is one `NewJob`; rows of one lane, kind and key become one `Job` when they are taken. Ended rows are deleted. */
interface JobsTable {
  readonly id: Generated<number>;
  readonly kind: string;
  readonly lane: string;
  readonly key: string;
  readonly payload: string;
  readonly installation_id: number | null;
  readonly delivery_id: string | null;
  /** 1 when its delivery brought other jobs too; only such jobs are found by their delivery. */
  readonly siblings: number;
  readonly state: 'waiting' | 'running' | 'dead';
  readonly run_at: number;
  readonly attempts: number;
  /** How often the worker died while it ran. */
  readonly kills: Generated<number>;
  /** 1 while a failed job waits for its next try, and its lane with it. */
  readonly retrying: number;
  /** The lowest id of the rows that died together. */
  readonly died_as: number | null;
  readonly failed_at: number | null;
  readonly error: string | null;
}

interface DeliveriesTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly event: string;
  readonly action: string | null;
  readonly installation_id: number | null;
  readonly repository_id: number | null;
  readonly received_at: number;
  readonly state: 'waiting' | 'done' | 'dead' | 'ignored';
  readonly error: string | null;
}
