import type { IncidentKey } from '../domain/incident/incident.ts';
import type { NewJob } from '../ports/queue.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';

/** Asks for another look at what caused an incident; whatever asked for it coalesces. */
export function attributionJob(
  { installationId, source, externalId }: IncidentKey,
  tracker: InstalledRepository | null = null,
  { again = false, quiet = false }: { readonly again?: boolean; readonly quiet?: boolean } = {},
): NewJob {
  const incident = { installationId, source, externalId };
  return newJob(
    'attribute-incident',
    { incident, tracker, ...(again && { again }), ...(quiet && { quiet }) },
    { lane: lanes.incident(incident), key: 'attribute', installationId },
  );
}
