import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import { levelOfLabel } from '../domain/risk/level-set-by-hand.ts';
import { isoNow, type InstallationDeps } from './deps.ts';
import { isAtLeast } from './is-at-least.ts';
import type { CheckPullRequestPayload } from './jobs.ts';

/**
 * People label too. Remembers who set a `risk: …` label, and gives the names of labels that people took off.
 * An event that the newest state contradicts (it came late) changes nothing.
 */
export async function noteHandSetLabels(
  deps: Pick<InstallationDeps, 'github' | 'store' | 'clock'>,
  pullRequest: PullRequest,
  events: readonly CheckPullRequestPayload[],
): Promise<readonly string[]> {
  const present = new Set(pullRequest.labels.map((name) => name.toLowerCase()));
  const removed: string[] = [];
  for (const { repository, number, because, label, sender } of events) {
    if (label === undefined || sender === null) continue;
    const level = levelOfLabel(label);
    if (because === 'unlabeled' && !present.has(label.toLowerCase())) {
      removed.push(label);
      if (level !== null) await deps.store.personalStatements.remove(repository.id, number, 'risk');
    }
    if (because === 'labeled' && level !== null && present.has(label.toLowerCase())) {
      const permission = await deps.github.permission(repository, sender.login);
      await deps.store.personalStatements.save(repository.id, number, {
        kind: 'risk',
        by: sender.login,
        level,
        maintainer: isAtLeast(permission, 'maintain'),
        at: isoNow(deps.clock),
      });
    }
  }
  return removed;
}
