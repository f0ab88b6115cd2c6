import { store } from './0001-store.ts';
import { jobs } from './0002-jobs.ts';
import { worker } from './0003-worker.ts';
import { incidents } from './0004-incidents.ts';
import { exposure } from './0005-exposure.ts';
import { attributions } from './0006-attributions.ts';
import { monitoring } from './0007-monitoring.ts';
import { projects } from './0008-projects.ts';
import { record } from './0009-record.ts';
import { reports } from './0010-reports.ts';
import { postmortems } from './0011-postmortems.ts';
import { issueLooks } from './0012-issue-looks.ts';
import type { Migration } from './migration.ts';

/** Every step, in the order in which it is taken. */
export const MIGRATIONS: readonly Migration[] = [
  store,
  jobs,
  worker,
  incidents,
  exposure,
  attributions,
  monitoring,
  projects,
  record,
  reports,
  postmortems,
  issueLooks,
];
