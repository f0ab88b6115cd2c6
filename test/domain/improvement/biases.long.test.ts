import { describe, expect, it } from 'vitest';
import { compareSurvival, followChanges } from '../../../src/domain/improvement/compare-survival.ts';
import { estimateActions } from '../../../src/domain/improvement/estimate-action.ts';
import type { MergedChange } from '../../../src/domain/improvement/merged-change.ts';
import type { ObservedIncident } from '../../../src/domain/improvement/observed-incident.ts';
import { resolveIncidents } from '../../../src/domain/improvement/resolve-incidents.ts';
import { seededRandom } from '../../../src/domain/stats/seeded-random.ts';
import { change, counts, FIRST_DAY, generateHistory, incident } from './generate-history.ts';
import { expectDocumented } from './simulate-verdicts.ts';

const REPEATS = 100;

describe('biases that the design takes out, with an action that does nothing', () => {
  it('counting young changes: the recent side looks better by itself', () => {
    let naive = 0;
    let cohort = 0;
    for (let seed = 1; seed <= REPEATS; seed++) {
      const input = generateHistory({ seed, days: 365, pace: 8, rate: 0.03, start: 240, ratio: 1, lag: 40 });
      const start = FIRST_DAY + 240;
      const causes = new Map(input.changes.map(({ id, mergedAt }) => [id, mergedAt]));
      const rate = (test: (day: number) => boolean) => {
        const merged = input.changes.filter(({ mergedAt }) => test(mergedAt)).length;
        const hurt = input.incidents.filter(({ links }) => test(causes.get(links[0]?.changeId ?? '') ?? 0)).length;
        return hurt / merged;
      };
      naive += Math.log(rate((day) => day >= start) / rate((day) => day < start)) / REPEATS;
      cohort += Math.log(estimateActions(input)[0]?.layers?.rate.ratio ?? 1) / REPEATS;
    }
    expect(Math.exp(cohort)).toBeGreaterThan(0.95);
    expect(Math.exp(cohort)).toBeLessThan(1.05);
    expectDocumented('cohort clock', [Math.exp(naive), Math.exp(cohort)], 0.01);
  });

  it('counting from release what was confirmed at the end of the window', () => {
    let naive = 0;
    let landmark = 0;
    for (let seed = 1; seed <= REPEATS; seed++) {
      const random = seededRandom(seed);
      const changes: MergedChange[] = [];
      const incidents: ObservedIncident[] = [];
      for (let i = 0; i < 2000; i++) {
        const mergedAt = FIRST_DAY + i / 10;
        const wait = random() < 0.06 ? -8 * Math.log(1 - random()) : Number.POSITIVE_INFINITY;
        // Nobody confirms a window in which the incident has begun.
        const confirmed = wait > 3 && random() < 0.6;
        changes.push(
          change(`${i}`, mergedAt, {
            deployedAt: mergedAt,
            author: `author ${i % 20}`,
            monitoring: { endsAt: mergedAt + 3, confirmed },
          }),
        );
        if (wait < 60) incidents.push(incident(`i${i}`, mergedAt + wait, [`${i}`]));
      }
      const hurt = new Set(incidents.map(({ links }) => links[0]?.changeId));
      const risk = (confirmed: boolean) => {
        const group = changes.filter(({ monitoring }) => monitoring?.confirmed === confirmed);
        return group.filter(({ id }) => hurt.has(id)).length / group.length;
      };
      naive += Math.log(risk(true) / risk(false)) / REPEATS;
      const today = FIRST_DAY + 300;
      const { monitored } = compareSurvival(
        followChanges(counts(changes).atRisk, today),
        resolveIncidents(changes, incidents, today).incidents,
        today,
      );
      landmark += Math.log(monitored.test?.hazardRatio ?? 1) / REPEATS;
    }
    expect(Math.exp(landmark)).toBeGreaterThan(0.95);
    expect(Math.exp(landmark)).toBeLessThan(1.05);
    expectDocumented('landmark', [Math.exp(naive), Math.exp(landmark)], 0.01);
  });
});
