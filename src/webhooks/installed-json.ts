import { z } from 'zod';
import { repositoryJson, toRepository } from '../payload/repository.ts';
import type { InstalledRepository } from '../ports/store.ts';

/** What every event of a repository carries when it comes through an installed App. */
export const installedJson = z.object({ installation: z.object({ id: z.number() }), repository: repositoryJson });

export function toInstalledRepository(json: z.output<typeof installedJson>): InstalledRepository {
  return { ...toRepository(json.repository), installationId: json.installation.id };
}
