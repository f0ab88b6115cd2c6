import { asksBlind } from '../domain/attribution/asks-blind.ts';
import { type LinkDecision, NO_CHANGE } from '../domain/attribution/attribution.ts';
import type { IncidentKey } from '../domain/incident/incident.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { attributionJob } from './attribution-job.ts';
import { type InstallationDeps, isoNow } from './deps.ts';

/** One answer of a person: a change did it or did not, no change did it, or (`null`) nothing is said any more. */
export interface LinkAnswer {
  readonly unit: string;
  readonly verdict: LinkDecision['verdict'] | null;
  readonly by: string;
  readonly why: string;
}

const LONGEST_WHY = 500;

/** Keeps what people answered, and asks for another look at the incident, in one transaction. */
export async function recordAnswers(
  deps: Pick<InstallationDeps, 'store' | 'clock'>,
  incident: IncidentKey,
  tracker: InstalledRepository,
  answers: readonly LinkAnswer[],
): Promise<void> {
  const at = isoNow(deps.clock);
  await deps.store.transaction(async (session) => {
    const known = await session.attributions.find(incident);
    const earlier = known?.decisions ?? (await session.attributions.decisionsOn(incident));
    const shared = {
      at,
      blind: asksBlind(incident) && earlier.length === 0,
      leading: known?.attribution.leading ?? null,
    };
    for (const { unit, verdict, by, why } of answers) {
      if (verdict === null) await session.attributions.undecide(incident, unit);
      else {
        const decision = { unit, verdict, by, why: why.slice(0, LONGEST_WHY), ...shared };
        await session.attributions.decide(incident, decision);
      }
      if (unit === NO_CHANGE && verdict === 'confirmed') {
        await session.incidents.judge(incident, { fact: 'no-change', note: why.slice(0, LONGEST_WHY), by, at });
        // Both cannot be true: the newer answer holds.
        for (const one of earlier.filter(
          (decision) => decision.unit !== NO_CHANGE && decision.verdict === 'confirmed',
        )) {
          await session.attributions.undecide(incident, one.unit);
        }
      } else if (verdict === 'confirmed' || unit === NO_CHANGE) {
        await session.attributions.undecide(incident, NO_CHANGE);
        await session.incidents.unjudge(incident, 'no-change');
      }
    }
    await session.outbox.enqueue([attributionJob(incident, tracker, { again: true })]);
  });
}
