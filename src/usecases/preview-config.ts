import type { ConfigPreview } from '../domain/pull-request/config-preview.ts';
import type { IncidentHistory } from '../domain/risk/incident-history.ts';
import type { InstalledRepository, StoreSession } from '../ports/store.ts';
import type { BaseContext } from './base-context.ts';
import { formOpinion } from './form-opinion.ts';

/** How many pull requests a preview looks at, newest first. */
export const PREVIEWED = 20;

/**
 * What a changed configuration would say of the newest pull requests, from what is stored: it asks GitHub for nothing.
 * Both sides are judged from the same snapshot, so only the configuration can make a difference.
 */
export async function previewConfig(
  store: Pick<StoreSession, 'pullRequests' | 'files' | 'personalStatements'>,
  repository: InstalledRepository,
  current: BaseContext,
  candidate: BaseContext,
  history: IncidentHistory | null = null,
): Promise<ConfigPreview> {
  const newest = await store.pullRequests.newest(repository.id, PREVIEWED);
  const changed: ConfigPreview['changed'][number][] = [];
  let notPreviewed = 0;
  for (const pullRequest of newest) {
    const { number, title, base, head } = pullRequest;
    const files = await store.files.find(repository.id, base.sha, head.sha);
    if (files === null) {
      notPreviewed += 1;
      continue;
    }
    const personal = await store.personalStatements.of(repository.id, number);
    const snapshot = { pullRequest, files, personal, history, reverted: null, original: null };
    const [from, to] = [current, candidate].map((context) => {
      const { decision, assessment } = formOpinion({ ...snapshot, context });
      return { conclusion: decision.conclusion, level: assessment.level };
    });
    if (from === undefined || to === undefined) continue;
    if (from.conclusion !== to.conclusion || from.level !== to.level) changed.push({ number, title, from, to });
  }
  return { considered: newest.length, changed, notPreviewed };
}
