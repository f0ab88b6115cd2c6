import type { ExposureTables } from './tables/exposure-tables.ts';
import type { IncidentTables } from './tables/incident-tables.ts';
import type { MonitoringTables } from './tables/monitoring-tables.ts';
import type { ProjectTables } from './tables/project-tables.ts';
import type { PullRequestTables } from './tables/pull-request-tables.ts';
import type { QueueTables } from './tables/queue-tables.ts';
import type { RecordTables } from './tables/record-tables.ts';

/**
 * The tables as Kysely sees them, the same in both dialects. Ids are GitHub's numbers (beyond 2^31), moments are
 * milliseconds since the epoch, and a `document` is JSON text: text takes every string that JSON can hold, while
 * PostgreSQL's jsonb refuses NUL and lone surrogates.
 */
export interface Tables
  extends PullRequestTables,
    ExposureTables,
    IncidentTables,
    MonitoringTables,
    ProjectTables,
    RecordTables,
    QueueTables {}
