import { compileGlobs, selectsPath } from '../domain/risk/glob/compile-globs.ts';
import { isoMoment } from '../domain/incident/read-moment.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { attributionJob } from './attribution-job.ts';
import type { InstallationDeps } from './deps.ts';
import { findPostmortems } from './find-postmortems.ts';
import type { ReadPostmortemsPayload } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';
import { postmortemKey, reportOfPostmortem } from './report-of-postmortem.ts';

/** Files of one query. */
const PIECE = 20;

/** Reads postmortem files as they are on the default branch now; one that is no longer there, or none any more, leaves. */
export async function readPostmortems(
  deps: InstallationDeps,
  payloads: readonly ReadPostmortemsPayload[],
): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository } = last;
  const { config } = await loadBaseContext(deps, repository, repository.defaultBranch);
  const { files: patterns, causes } = config.incidents;
  const told = new Set(payloads.flatMap(({ paths }) => paths ?? []));
  if (payloads.some(({ paths }) => paths === null)) {
    for (const path of await everyPath(deps, repository, patterns)) told.add(path);
  }
  const paths = [...told];
  const globs = compileGlobs(patterns);
  for (let from = 0; from < paths.length; from += PIECE) {
    const piece = paths.slice(from, from + PIECE);
    const wanted = piece.filter((path) => selectsPath(globs, path));
    const { files } = await deps.github.textsAt(repository, repository.defaultBranch, wanted);
    const now = deps.clock.now();
    for (const path of piece) {
      const key = postmortemKey(repository, path);
      const file = files.find((one) => one.path === path);
      const report = file === undefined ? null : reportOfPostmortem(repository, file, { now, causes });
      await deps.store.transaction(async (session) => {
        if (report === null) await session.incidents.withdraw(key, isoMoment(now) ?? '');
        else await session.incidents.report(report);
        await session.outbox.enqueue([attributionJob(key, repository)]);
      });
      deps.log.info({ ...key, state: report?.state ?? 'withdrawn' }, 'postmortem read');
    }
  }
}

/** What is there, and what we know of: it may be gone, or be none any more. */
async function everyPath(
  deps: InstallationDeps,
  repository: InstalledRepository,
  patterns: readonly string[],
): Promise<readonly string[]> {
  const list = await findPostmortems(deps, repository, patterns);
  const { id, installationId } = repository;
  if (!list.complete) {
    deps.log.warn({ repositoryId: id, files: list.paths.length }, 'the folders of postmortems are too many to search');
  }
  const period = { installationId, repositoryId: id, from: 0, to: Number.MAX_SAFE_INTEGER };
  const known = await deps.store.incidents.between(period);
  const prefix = `${id}:`;
  return [
    ...list.paths,
    ...known.flatMap(({ source, externalId }) =>
      source === 'postmortem' && externalId.startsWith(prefix) ? [externalId.slice(prefix.length)] : [],
    ),
  ];
}
