import type { SceneRepository } from '../test/support/fake-github/scene/scene-repository.ts';
import type { Outcome } from './play-scene.ts';
import type { Day } from './start-day.ts';

/** What a scene is about, and the calls to GitHub before it. */
export interface Stage {
  readonly day: Day;
  readonly repository: SceneRepository;
  readonly mark: number;
}

export function setStage(day: Day, fullName: string): Stage {
  return { day, repository: day.github.repository(fullName), mark: day.github.log.mark() };
}

/** `wrong`: what went wrong, and whether it did. */
export function issueOutcome(
  { day, repository, mark }: Stage,
  number: number,
  rest: Pick<Outcome, 'title' | 'verdict'> & Partial<Pick<Outcome, 'conclusion' | 'level' | 'labels' | 'read'>>,
  wrong: Readonly<Record<string, boolean>>,
): Outcome {
  return {
    place: `${repository.name}#${number}`,
    level: '–',
    conclusion: '–',
    labels: [],
    read: '',
    ...rest,
    calls: day.github.log.count(mark).total,
    surprises: Object.entries(wrong).flatMap(([text, happened]) => (happened ? [text] : [])),
  };
}
