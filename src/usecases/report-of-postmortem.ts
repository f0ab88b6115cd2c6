import type { IncidentKey, IncidentReport } from '../domain/incident/incident.ts';
import { isoMoment } from '../domain/incident/read-moment.ts';
import { readPostmortem } from '../domain/incident/read-postmortem.ts';
import type { LinkedFile } from '../ports/github-past.ts';
import type { InstalledRepository } from '../ports/store.ts';

export function postmortemKey(
  { id, installationId }: Pick<InstalledRepository, 'id' | 'installationId'>,
  path: string,
): IncidentKey {
  return { installationId, source: 'postmortem', externalId: `${id}:${path}` };
}

/** What a file of the default branch tells, as of `now`; `null`: it is the folder's template or index. */
export function reportOfPostmortem(
  repository: InstalledRepository,
  file: LinkedFile,
  { now, causes }: { readonly now: number; readonly causes: readonly string[] },
): IncidentReport | null {
  const facts = readPostmortem(file, { now, causes });
  if (facts === null) return null;
  return {
    ...postmortemKey(repository, file.path),
    ...facts,
    repositoryId: repository.id,
    reportedAt: isoMoment(now) ?? '',
  };
}
