import type { IncidentKey } from '../domain/incident/incident.ts';
import type { InstalledRepository, RepositoryStore } from '../ports/store.ts';

/** Where an incident is told at GitHub: an issue, or the pull request whose revert was a near miss. */
export interface IncidentPlace {
  readonly tracker: InstalledRepository;
  readonly number: number;
}

const PLACE = /^(\d{1,15})#(\d{1,9})$/;

/** `null` for incidents of files and of other programs: nobody can be answered there. */
export async function findIncidentPlace(
  repositories: Pick<RepositoryStore, 'find'>,
  { source, externalId }: IncidentKey,
  known: InstalledRepository | null,
): Promise<IncidentPlace | null> {
  if (source !== 'issue' && source !== 'revert') return null;
  const [, id, number] = PLACE.exec(externalId) ?? [];
  if (id === undefined || number === undefined) return null;
  const tracker = known?.id === Number(id) ? known : await repositories.find(Number(id));
  return tracker === null ? null : { tracker, number: Number(number) };
}
