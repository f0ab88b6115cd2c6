import type { Deployment } from '../../../src/domain/exposure/deployment.ts';
import type { Random } from '../../../src/domain/stats/seeded-random.ts';
import { toIso } from './draw.ts';
import { commitAt } from './finish-changes.ts';
import type { GeneratedChange, GeneratedDeployment } from './generated-year.ts';
import type { ScheduledRelease } from './schedule-releases.ts';
import { REPOSITORY } from './year-plan.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * What is told of the releases: to staging first, some that failed, rollbacks, a hotfix from beside the branch, commits
 * that nobody knows, and a third of it hours late.
 */
export function finishDeployments(
  random: Random,
  releases: readonly ScheduledRelease[],
  changes: readonly GeneratedChange[],
): readonly GeneratedDeployment[] {
  const told: GeneratedDeployment[] = [];
  let carried = -1;
  let previous: string | null = null;
  let next = 0;

  function tell(at: number, contains: string | null, facts: Partial<Deployment> = {}): void {
    const id = told.length + 1;
    const sha = contains ?? `f${commitAt(id).slice(1)}`;
    const deployment: Deployment = {
      repositoryId: REPOSITORY.id,
      kind: 'deployment',
      id,
      environment: 'production',
      sha,
      state: 'success',
      at: toIso(at),
      ...facts,
    };
    const toldAt = at + (random() < 0.3 ? Math.floor(random() * 6 * 60) * MINUTE : 0);
    told.push({ deployment, toldAt, contains, carries: false });
  }

  for (const { at, cut, rolledBack } of releases) {
    while ((changes[next]?.mergedAt ?? Number.POSITIVE_INFINITY) <= cut) next += 1;
    const head = next - 1;
    if (head < 0) continue;
    const sha = commitAt(head);
    tell(at - 5 * MINUTE, sha, { environment: 'staging' });
    if (random() < 0.05) tell(at - 2 * MINUTE, sha, { state: 'failure' });
    tell(at, sha);
    const last = told.at(-1);
    if (last !== undefined) told[told.length - 1] = { ...last, carries: head > carried };
    carried = Math.max(carried, head);
    const beside = random();
    if (rolledBack !== null && previous !== null) {
      tell(rolledBack.at, previous);
      tell(rolledBack.againAt, sha);
    } else if (beside < 0.03) {
      tell(at + 2 * HOUR, null);
    } else if (beside < 0.06) {
      // A hotfix beside the branch that holds the release: it takes nothing out.
      tell(at + 2 * HOUR, sha, { sha: `e${commitAt(told.length).slice(1)}` });
    }
    previous = sha;
  }
  return told;
}
