import type { IncidentKey } from '../domain/incident/incident.ts';
import { isoMoment } from '../domain/incident/read-moment.ts';
import { readPostmortem } from '../domain/incident/read-postmortem.ts';
import { compileGlobs, selectsPath } from '../domain/risk/glob/compile-globs.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { attributionJob } from './attribution-job.ts';
import type { InstallationDeps } from './deps.ts';
import type { ReadPostmortemsPayload } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';

/** Reads postmortem files as they are on the default branch now; one that is no longer there, or none any more, leaves. */
export async function readPostmortems(
  deps: InstallationDeps,
  payloads: readonly ReadPostmortemsPayload[],
): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository } = last;
  const { config } = await loadBaseContext(deps, repository, repository.defaultBranch);
  const globs = compileGlobs(config.incidents.files);
  const now = deps.clock.now();
  const reportedAt = isoMoment(now) ?? '';
  for (const path of new Set(payloads.flatMap(({ paths }) => paths))) {
    const key = postmortemKey(repository, path);
    const file = selectsPath(globs, path) ? await deps.github.fileAt(repository, path, repository.defaultBranch) : null;
    const facts =
      file === null
        ? null
        : readPostmortem({ path, text: file.text, url: null }, { now, causes: config.incidents.causes });
    await deps.store.transaction(async (session) => {
      if (facts === null) await session.incidents.withdraw(key, reportedAt);
      else await session.incidents.report({ ...key, ...facts, repositoryId: repository.id, reportedAt });
      await session.outbox.enqueue([attributionJob(key, repository)]);
    });
    deps.log.info({ ...key, state: facts?.state ?? 'withdrawn' }, 'postmortem read');
  }
}

function postmortemKey({ id, installationId }: InstalledRepository, path: string): IncidentKey {
  return { installationId, source: 'postmortem', externalId: `${id}:${path}` };
}
