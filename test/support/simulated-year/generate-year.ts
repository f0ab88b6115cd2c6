import { seededRandom } from '../../../src/domain/stats/seeded-random.ts';
import { drawPoisson } from '../../domain/improvement/draw-counts.ts';
import { type DraftChange, draftChange, draftRevert } from './draft-change.ts';
import { draftFate } from './draft-fate.ts';
import { type DraftIncident, draftIncidents, draftNoise } from './draft-incidents.ts';
import { finishChanges, type SettledDraft } from './finish-changes.ts';
import { finishDeployments } from './finish-deployments.ts';
import { finishIncidents } from './finish-incidents.ts';
import type { GeneratedYear } from './generated-year.ts';
import { releaseOf, scheduleReleases } from './schedule-releases.ts';
import { yearConfig } from './year-config.ts';
import { SETTLING_DAYS, type YearPlan } from './year-plan.ts';

const DAY = 86_400_000;

/** A year of a repository as it might have been, the same for the same plan, with the truth about all that happens. */
export function generateYear(plan: YearPlan): GeneratedYear {
  const random = seededRandom(plan.seed);
  const releases = scheduleReleases(random, plan);
  const settled: SettledDraft[] = [];
  const incidents: DraftIncident[] = [];
  let serial = 0;

  function settle(change: DraftChange): void {
    const release = releaseOf(releases, change.mergedAt);
    const caused = change.reverts === null ? draftIncidents(random, plan, change, release.at) : [];
    if (change.level !== 'high') {
      settled.push({ change, release, fate: null, wasReverted: false });
      incidents.push(...caused);
      return;
    }
    const { fate, incidents: left } = draftFate(random, plan, change, release, caused);
    const wasReverted = fate.state === 'reverted';
    settled.push({ change, release, fate, wasReverted });
    incidents.push(...left);
    if (wasReverted) settle(draftRevert(random, change, fate.at));
  }

  for (let day = plan.firstDay; day < plan.firstDay + plan.days; day++) {
    for (let n = drawPoisson(random, plan.pace); n > 0; n--) {
      serial += 1;
      settle(draftChange(random, plan, day, serial));
    }
  }
  for (let n = Math.round(incidents.length * plan.noise); n > 0; n--) incidents.push(draftNoise(random, plan));

  const changes = finishChanges(settled);
  const unitOf = new Map(changes.map(({ draft, generated }) => [draft, generated.unit] as const));
  const merged = changes.map(({ generated }) => generated);
  const lastDay = plan.firstDay + plan.days;
  return {
    plan,
    config: yearConfig(plan),
    changes: merged,
    incidents: finishIncidents(
      random,
      merged,
      incidents.filter(({ startedAt }) => startedAt < (lastDay + 3) * DAY),
      (draft) => unitOf.get(draft) ?? '',
    ),
    deployments: finishDeployments(random, releases, merged),
    endsAt: (lastDay + SETTLING_DAYS) * DAY,
  };
}
