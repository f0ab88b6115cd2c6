import type { Backfill } from '../domain/exposure/backfill.ts';
import type { IncidentReport } from '../domain/incident/incident.ts';
import type { QueryCost } from '../ports/github-past.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { findPostmortems } from './find-postmortems.ts';
import { loadBaseContext } from './load-base-context.ts';
import type { BackfillDeps } from './backfill-page.ts';
import { reportOfPostmortem } from './report-of-postmortem.ts';

/** Files of one page: what GitHub sends of them stays well below its ten seconds. */
const PAGE = 20;

/** A page of the postmortems on the default branch, in the order of their paths; the cursor is the last one read. */
export async function readPastPostmortems(
  deps: BackfillDeps,
  repository: InstalledRepository,
  { cursor }: Backfill,
): Promise<{
  readonly incidents: readonly IncidentReport[];
  readonly cursor: string | null;
  readonly expected: number | null;
  readonly cost: QueryCost | null;
}> {
  const { config } = await loadBaseContext(deps, repository, repository.defaultBranch);
  const list = await findPostmortems(deps, repository, config.incidents.files);
  const left = list.paths.filter((path) => cursor === null || path > cursor);
  const paths = left.slice(0, PAGE);
  const { files, cost } = await deps.github.textsAt(repository, repository.defaultBranch, paths);
  const context = { now: deps.clock.now(), causes: config.incidents.causes };
  const points = (list.cost?.points ?? 0) + (cost?.points ?? 0);
  const last = cost ?? list.cost;
  return {
    incidents: files.flatMap((file) => reportOfPostmortem(repository, file, context) ?? []),
    cursor: left.length > PAGE ? (paths.at(-1) ?? null) : null,
    expected: list.paths.length,
    cost: last === null ? null : { ...last, points },
  };
}
