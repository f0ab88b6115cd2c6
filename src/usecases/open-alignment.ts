import type { Alignment } from '../domain/project/alignment.ts';
import type { Issue } from '../ports/github.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { ALIGNMENT_MARKER } from '../render/project/render-alignment.ts';
import type { InstallationDeps } from './deps.ts';
import { findOurIssue } from './find-ours.ts';
import { sameText } from './same-text.ts';

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
  const marker = { kind: ALIGNMENT_MARKER, key: wanted.project };
  const lost = wasBegun ? await findOurIssue(deps, repository, wanted.openedAt, marker, ['open']) : null;
  // Not yet as written: a retry must find that it still has to be.
  if (!wasBegun || begun.hash !== wanted.hash) await agreements.align({ ...wanted, textHash: null });
  if (lost !== null) await deps.github.updateIssue(repository, lost.number, text);
  const number = lost?.number ?? (await deps.github.createIssue(repository, text));
  await agreements.align({ ...wanted, issue: { repositoryId: repository.id, number } });
}
