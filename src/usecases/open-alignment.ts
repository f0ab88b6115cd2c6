import type { Alignment } from '../domain/project/alignment.ts';
import type { Issue } from '../ports/github.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { parseMarker } from '../render/comment/marker.ts';
import { ALIGNMENT_MARKER } from '../render/project/render-alignment.ts';
import type { InstallationDeps } from './deps.ts';
import { sameText } from './publish-report.ts';

interface IssueWords {
  readonly title: string;
  readonly body: string;
}

/**
 * Writes the issue, or opens it. What we are about to open is stored first: a lost answer is found by its marker, and
 * no second issue is opened.
 */
export async function openAlignment(
  deps: InstallationDeps,
  repository: InstalledRepository,
  wanted: Alignment,
  text: IssueWords,
  shown: Pick<Issue, 'title' | 'body'> | null,
): Promise<void> {
  const { agreements } = deps.store;
  if (wanted.issue !== null) {
    const home = await deps.store.repositories.find(wanted.issue.repositoryId);
    // Our own edit comes back as an event: what is there already is not written again.
    const same = shown !== null && shown.title === text.title && sameText(shown.body, text.body);
    if (home !== null && !same) await deps.github.updateIssue(home, wanted.issue.number, text);
    return agreements.align(wanted);
  }
  const begun = await agreements.alignment(repository.id, wanted.project);
  // For whatever targets: they may have changed since.
  const wasBegun = begun !== null && begun.issue === null && begun.openedAt === wanted.openedAt;
  const lost = wasBegun ? await findOurs(deps, repository, wanted) : null;
  // Not yet as written: a retry must find that it still has to be.
  if (!wasBegun || begun.hash !== wanted.hash) await agreements.align({ ...wanted, textHash: null });
  if (lost !== null) await deps.github.updateIssue(repository, lost, text);
  const number = lost ?? (await deps.github.createIssue(repository, text));
  await agreements.align({ ...wanted, issue: { repositoryId: repository.id, number } });
}

async function findOurs(
  deps: InstallationDeps,
  repository: InstalledRepository,
  { openedAt, project }: Alignment,
): Promise<number | null> {
  const botId = await deps.app.botUserId();
  const issues = await deps.github.issuesSince(repository, openedAt);
  const ours = issues.filter(({ authorId, state, body }) => {
    const marker = authorId === botId && state === 'open' ? parseMarker(body) : null;
    return marker?.kind === ALIGNMENT_MARKER && marker.key === project;
  });
  return ours.at(0)?.number ?? null;
}
