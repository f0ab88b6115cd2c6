import { playAgreement } from './play-agreement.ts';
import { playIncidents } from './play-incidents.ts';
import { playLine } from './play-line.ts';
import { playMonitoring } from './play-monitoring.ts';
import { playPostmortem } from './play-postmortem.ts';
import { type Outcome, playMergeGroup, playScene, seeConfigCheck } from './play-scene.ts';
import { SCENES } from './scenes.ts';
import type { Day } from './start-day.ts';

export interface PlayedDay {
  readonly outcomes: readonly Outcome[];
  readonly surprises: readonly string[];
}

/** All scenes, one after the other. */
export async function playDay(day: Day): Promise<PlayedDay> {
  const outcomes: Outcome[] = [];
  for (const scene of SCENES) outcomes.push(await playScene(day, scene));
  outcomes.push(seeConfigCheck(day), await playMergeGroup(day, [1, 3]));
  outcomes.push(...(await playIncidents(day)));
  outcomes.push(...(await playMonitoring(day)));
  outcomes.push(await playAgreement(day));
  const postmortem = await playPostmortem(day);
  outcomes.push(...postmortem.outcomes, ...(await playLine(day, postmortem.number)));

  const surprises = outcomes.flatMap((outcome) => outcome.surprises.map((text) => `${outcome.place}: ${text}`));
  for (const { request, findings } of day.github.judge?.violations ?? []) {
    surprises.push(`${request.method} ${request.path}: ${findings.join('; ')}`);
  }
  return { outcomes, surprises };
}
