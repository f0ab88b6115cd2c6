import type { Exposure } from '../domain/exposure/exposure.ts';
import { followFirstParents } from '../domain/exposure/follow-first-parents.ts';
import type { PastCommit } from '../domain/exposure/past-commit.ts';
import type { GitHub } from '../ports/github.ts';
import type { InstalledRepository, Store } from '../ports/store.ts';
import type { InstallationDeps } from './deps.ts';
import type { RecordPushPayload } from './jobs.ts';
import { readMainLine } from './read-main-line.ts';
import { findReleasesJob } from './watch-job.ts';

/** A push of more commits is an import: what lies before it is left to the backfill. */
const MAX_PAGES = 5;
/** Where nothing connects (a rewritten branch, a long time without us), the new commits still come after the old. */
const GAP = 1_000_000;

/** Keeps what a push brought to the default branch: its place on the main line, and commits that no pull request brought. */
export async function recordPush(deps: InstallationDeps, payloads: readonly RecordPushPayload[]): Promise<void> {
  const [first] = payloads;
  const last = payloads.at(-1);
  if (first === undefined || last === undefined) return;
  await extendMainLine(deps, last.repository, last.after, first.before);
  // What was deployed before we were told of the push has its place now.
  await deps.store.outbox.enqueue([findReleasesJob(last.repository)]);
}

export interface ExtendDeps {
  readonly github: Pick<GitHub, 'commitsFrom' | 'commitInFull'>;
  readonly store: Store;
}

/**
 * Continues the main line up to `head`; `before` is where it stood, or `null` when nobody knows. At most `most` commits
 * are kept: a backfill needs the tip alone, it reads the rest by itself. Gives the direct pushes among them.
 */
export async function extendMainLine(
  deps: ExtendDeps,
  repository: InstalledRepository,
  head: string,
  before: string | null,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly Exposure[]> {
  const chain: PastCommit[] = [];
  let from: string | null = head;
  let position: number | null = null;
  for (let pages = 0; from !== null && position === null && pages < MAX_PAGES; pages += 1) {
    const page: readonly PastCommit[] = (await deps.github.commitsFrom(repository, from)).items;
    const links = followFirstParents(page, from);
    if (links.length === 0) break;
    for (const link of links) {
      position = (await deps.store.mainLine.find(repository.id, link.sha))?.position ?? null;
      from = position === null && link.sha !== before ? link.firstParent : null;
      if (position !== null || link.sha === before) break;
      chain.push(link);
      if (chain.length >= most) from = null;
      if (from === null) break;
    }
    if (from === null) break;
  }
  if (chain.length === 0) return [];
  const ends = await deps.store.mainLine.ends(repository.id);
  const base = position ?? (ends === null ? -chain.length : ends.newest.position + GAP);
  const { commits, pushes } = await readMainLine(deps, repository, chain, base + chain.length);
  await deps.store.transaction(async (session) => {
    // One commit has one child on the line: what followed there before was pushed away.
    if (position !== null && ends !== null && ends.newest.position > position)
      await session.mainLine.cut(repository.id, position + 1, position + GAP);
    await session.mainLine.save(repository.id, commits);
    await session.exposures.save(pushes);
  });
  return pushes;
}
